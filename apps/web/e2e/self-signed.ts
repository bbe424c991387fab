import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
const time = (when: Date): Buffer =>
  der(0x17, Buffer.from(`${when.toISOString().slice(2, 19).replace(/[-:T]/gu, '')}Z`));
const ecdsaWithSha256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const commonName = der(0x06, Buffer.from('550403', 'hex'));

/** A certificate for `localhost` that nobody but a test trusts (RFC 5280, version 1), and the digest of its key as Chromium wants it. */
export const selfSigned = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(der(0x31, sequence(commonName, utf8('localhost'))));
  const dayMs = 86_400_000;
  const valid = sequence(time(new Date(Date.now() - dayMs)), time(new Date(Date.now() + dayMs)));
  const signed = sequence(der(0x02, Buffer.from([1])), ecdsaWithSha256, name, valid, name, key);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey));
  const certificate = sequence(signed, ecdsaWithSha256, signature);
  const lines = certificate.toString('base64').match(/.{1,64}/gu)!;
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    keyDigest: createHash('sha256').update(key).digest('base64'),
  };
};
