import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { fromBase64, toBase64 } from '../base64.ts';
import { joined } from '../bytes.ts';
import { type Identity, idOf, isSigned, type PublicIdentity, publicOf, signed } from './keys.ts';

/**
 * Who belongs to an owner. Changes of it stand in the log in the clear but for names and keys, so that the relay knows whose
 * requests to answer. Each names the one before by its hash and is signed:
 *
 *     start   by the recovery key, whose name is the owner's: the first device, and the key of epoch 1
 *     invite  by a device: who knows the code may join once
 *     join    by the recovery key or by an invitation: one more device
 *     rotate  by a device or the recovery key: devices leave, a new key begins, sealed to those who stay
 *
 * Bytes: 2, the signature of 64 bytes, JSON.
 */
export const controlVersion = 2;
const controlPurpose = 'zonula control 1';
const recoveryPurpose = 'zonula recovery 1';
const mostDevices = 64;
/** Invitations that nobody has used yet. */
export const mostInvites = 8;

const bytesOf = (length: number, most = length) =>
  z.string().refine((text) => {
    const bytes = fromBase64(text);
    return bytes !== null && bytes.length >= length && bytes.length <= most;
  }, `expected ${length} bytes in base 64`);
export const idSchema = z.string().regex(/^[0-9a-f]{32}$/u);
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);
const identitySchema = z.strictObject({ sign: bytesOf(32), box: bytesOf(32) });
const newDevice = z.strictObject({
  ...identitySchema.shape,
  /** What the person calls it, sealed. */
  label: bytesOf(28, 400),
});
const wrapsSchema = z
  .array(z.strictObject({ to: idSchema, key: bytesOf(92) }))
  .max(mostDevices + 1)
  .readonly();
const common = {
  v: z.literal(1),
  owner: idSchema,
  /** 1, 2, 3 ... */
  n: z.int().min(1).max(100_000),
  /** Hash of the change before; `''` for the first. */
  prev: z.union([hashSchema, z.literal('')]),
  /** Name of the key that signed. */
  by: idSchema,
};

const controlSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    ...common,
    recovery: identitySchema,
    device: newDevice,
    wraps: wrapsSchema,
  }),
  z.strictObject({
    kind: z.literal('invite'),
    ...common,
    sign: bytesOf(32),
    /** For who knows the code. */
    sealed: bytesOf(28, 1000),
  }),
  z.strictObject({ kind: z.literal('join'), ...common, device: newDevice }),
  z.strictObject({
    kind: z.literal('rotate'),
    ...common,
    epoch: z.int().min(2).max(100_000),
    removed: z.array(idSchema).max(mostDevices).readonly(),
    wraps: wrapsSchema,
    /** The key of the epoch before, under the new one. */
    before: bytesOf(60),
    /** New recovery words: their keys, and their own signature on `owner`, `n` and `prev`. */
    recovery: z.strictObject({ ...identitySchema.shape, accepts: bytesOf(64) }).optional(),
  }),
]);
export type Control = Readonly<z.infer<typeof controlSchema>>;
type Common = 'v' | 'owner' | 'n' | 'prev' | 'by';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A change before it has its place and its signature. */
export type ControlDraft = Without<Control, Common>;

interface Member {
  readonly id: string;
  readonly sign: string;
  readonly box: string;
  readonly label: string;
  /** Epoch under whose key the label is sealed. */
  readonly epoch: number;
  readonly active: boolean;
}

/** Who belongs to an owner after so many changes; plain JSON, keys in base 64. */
export interface Membership {
  readonly owner: string;
  readonly n: number;
  readonly head: string;
  readonly epoch: number;
  readonly recovery: { readonly id: string; readonly sign: string; readonly box: string };
  /** In the order of joining, also those that left. */
  readonly devices: readonly Member[];
  readonly invites: readonly {
    readonly id: string;
    readonly sign: string;
    readonly sealed: string;
  }[];
  /** The key of the present epoch, sealed to each. */
  readonly wraps: readonly { readonly to: string; readonly key: string }[];
  /** `before[k]` is the key of epoch k + 1 under that of epoch k + 2. */
  readonly before: readonly string[];
}

export const textOfIdentity = ({ sign, box }: PublicIdentity) => ({
  sign: toBase64(sign),
  box: toBase64(box),
});

export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

const recoveryStatement = (owner: string, n: number, prev: string): Uint8Array =>
  new TextEncoder().encode(`${owner} ${n} ${prev}`);

/** New words accept their place: nobody who does not know them can put them into a log of their own making. */
export const acceptance = (
  recovery: Identity,
  { owner, n, head }: Pick<Membership, 'owner' | 'n' | 'head'>,
) => ({
  ...textOfIdentity(publicOf(recovery)),
  accepts: toBase64(signed(recovery, recoveryPurpose, recoveryStatement(owner, n + 1, head))),
});

/** The bytes of a change that follows `membership`, or begins a log when that is null. */
export const writeControl = (
  membership: Membership | null,
  draft: ControlDraft,
  signer: Identity,
): Uint8Array => {
  const by = idOf(publicOf(signer).sign);
  const place =
    membership === null
      ? { owner: by, n: 1, prev: '' }
      : { owner: membership.owner, n: membership.n + 1, prev: membership.head };
  const text = new TextEncoder().encode(JSON.stringify({ v: 1, ...place, by, ...draft }));
  return joined([new Uint8Array([controlVersion]), signed(signer, controlPurpose, text), text]);
};

export const isControl = (bytes: Uint8Array): boolean => bytes[0] === controlVersion;

/** What is wrong with a change: it is no such thing, or it follows another than the one it should. */
export type ControlComplaint = 'malformed' | 'signature' | 'place' | 'not-allowed';

/** Reads the JSON of a change without looking at its signature. */
export const readControl = (bytes: Uint8Array): Control | null => {
  if (!isControl(bytes) || bytes.length < 66) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(65));
    return controlSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const member = (device: z.infer<typeof newDevice>, epoch: number): Member => ({
  id: idOf(fromBase64(device.sign)!),
  ...device,
  epoch,
  active: true,
});

const isComplete = (wraps: z.infer<typeof wrapsSchema>, to: readonly string[]): boolean =>
  wraps.length === to.length && to.every((id) => wraps.some((wrap) => wrap.to === id));

/** Takes in one change, checked whole: signature, place in the chain, and whether its signer may make it. */
export const applyControl = (
  before: Membership | null,
  bytes: Uint8Array,
): Membership | ControlComplaint => {
  const control = readControl(bytes);
  if (control === null) return 'malformed';
  const head = hashOf(bytes);
  const isBy = (sign: string): boolean =>
    isSigned(bytes.slice(1, 65), controlPurpose, bytes.subarray(65), fromBase64(sign)!);
  if (control.kind === 'start') {
    const { recovery, device, wraps, owner, by, n, prev } = control;
    if (before !== null || n !== 1 || prev !== '') return 'place';
    const id = idOf(fromBase64(recovery.sign)!);
    if (id !== owner || by !== id || !isBy(recovery.sign)) return 'signature';
    const first = member(device, 1);
    if (first.id === id || !isComplete(wraps, [first.id, id])) return 'not-allowed';
    const names = { id, sign: recovery.sign, box: recovery.box };
    return {
      owner,
      n,
      head,
      epoch: 1,
      recovery: names,
      devices: [first],
      invites: [],
      wraps,
      before: [],
    };
  }
  if (before === null) return 'place';
  const { owner, n, prev, by } = control;
  if (owner !== before.owner || n !== before.n + 1 || prev !== before.head) return 'place';
  const active = before.devices.filter((device) => device.active);
  const isRecovery = by === before.recovery.id;
  const device = active.find(({ id }) => id === by);
  const invite = before.invites.find(({ id }) => id === by);
  const signer = isRecovery ? before.recovery : (device ?? invite);
  if (signer === undefined || !isBy(signer.sign)) return 'signature';
  const next = { ...before, n, head };
  switch (control.kind) {
    case 'invite': {
      const id = idOf(fromBase64(control.sign)!);
      const isNew = [before.recovery, ...before.devices, ...before.invites].every(
        (one) => one.id !== id,
      );
      if (device === undefined || !isNew || before.invites.length >= mostInvites)
        return 'not-allowed';
      const { sign, sealed } = control;
      return { ...next, invites: [...before.invites, { id, sign, sealed }] };
    }
    case 'join': {
      if (device !== undefined) return 'not-allowed';
      const joining = member(control.device, before.epoch);
      const isNew = [before.recovery, ...before.devices, ...before.invites].every(
        ({ id }) => id !== joining.id,
      );
      if (!isNew || active.length >= mostDevices) return 'not-allowed';
      const invites = before.invites.filter(({ id }) => id !== by);
      return { ...next, devices: [...before.devices, joining], invites };
    }
    case 'rotate': {
      if (invite !== undefined || control.epoch !== before.epoch + 1) return 'not-allowed';
      if (!control.removed.every((id) => active.some((one) => one.id === id))) return 'not-allowed';
      const stay = active.filter(({ id }) => !control.removed.includes(id));
      const names = control.recovery ?? before.recovery;
      const recovery = { id: idOf(fromBase64(names.sign)!), sign: names.sign, box: names.box };
      if (control.recovery !== undefined) {
        const accepts = fromBase64(control.recovery.accepts)!;
        const statement = recoveryStatement(owner, n, prev);
        if (!isSigned(accepts, recoveryPurpose, statement, fromBase64(names.sign)!))
          return 'signature';
      }
      if (!isComplete(control.wraps, [...stay.map(({ id }) => id), recovery.id]))
        return 'not-allowed';
      return {
        ...next,
        epoch: control.epoch,
        recovery,
        devices: before.devices.map((one) =>
          control.removed.includes(one.id) ? { ...one, active: false } : one,
        ),
        // What was promised under the old key is void.
        invites: [],
        wraps: control.wraps,
        before: [...before.before, control.before],
      };
    }
  }
};
