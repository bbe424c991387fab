import type { ColumnType, Generated } from 'kysely';

export type GrantedRole = 'clinician' | 'clinic-admin' | 'researcher';
export type ActingRole = 'person' | GrantedRole | 'operator';

interface SessionTable {
  readonly id: string;
  readonly digest: Uint8Array;
  readonly account: string;
  readonly method: 'passkey' | 'recovery-code';
  readonly signed_in_at: Date;
  readonly last_seen_at: Date;
  readonly idle_until: Date;
  readonly expires_at: Date;
}

export interface AccountTables {
  readonly 'account.account': {
    readonly id: string;
    readonly audit_key: Uint8Array;
    readonly created_at: Date;
    /** A day. */
    readonly used_on: ColumnType<Date, string, string>;
    readonly keep_months: Generated<number>;
  };
  readonly 'account.role': {
    readonly account: string;
    readonly role: GrantedRole;
    readonly practitioner: string | null;
    readonly granted_at: Date;
  };
  readonly 'account.passkey': {
    readonly id: string;
    readonly account: string;
    readonly public_key: Uint8Array;
    readonly counter: number;
    readonly transports: ColumnType<unknown, string, string>;
    readonly name: string;
    readonly backed_up: boolean;
    readonly created_at: Date;
    readonly last_used_at: Date | null;
  };
  readonly 'account.recovery_code': {
    readonly digest: Uint8Array;
    readonly account: string;
    readonly used_at: Date | null;
  };
  readonly 'account.session': SessionTable;
  readonly 'account.ceremony': {
    readonly id: string;
    readonly kind: 'register' | 'add' | 'sign-in';
    readonly account: string | null;
    readonly challenge: string;
    readonly expires_at: Date;
  };
  readonly 'zonula.rate': { readonly key: Uint8Array; readonly full_at: Date };
  readonly 'audit.access': {
    readonly id: Generated<number>;
    readonly at: Date;
    readonly subject: Uint8Array;
    readonly actor: Uint8Array | null;
    readonly role: ActingRole;
    readonly action: string;
    readonly object: Uint8Array | null;
  };
  readonly 'sharing.clinician_key': {
    readonly id: string;
    readonly account: string;
    readonly public_key: Uint8Array;
    readonly created_at: Date;
    readonly retired_at: Date | null;
  };
  readonly 'sharing.share': {
    readonly id: string;
    readonly person: string;
    readonly clinician: string;
    readonly clinician_key: string;
    readonly kind: 'report' | 'live';
    readonly sender_key: Uint8Array;
    readonly version: number;
    readonly sealed: Uint8Array | null;
    readonly sealed_at: Date;
    readonly created_at: Date;
    readonly expires_at: Date;
    readonly revoked_at: Date | null;
  };
}
