import type { ColumnType, Generated } from 'kysely';

export interface RelayTables {
  readonly 'relay.log': {
    readonly owner: string;
    readonly head: number;
    readonly base: Generated<number>;
    readonly epoch: Generated<number>;
    readonly size: Generated<number>;
    readonly membership: ColumnType<unknown, string, string>;
    readonly manifest: Uint8Array | null;
    readonly parts: Generated<number>;
    readonly used_on: string;
  };
  readonly 'relay.key': {
    readonly owner: string;
    readonly id: string;
    readonly kind: 'device' | 'recovery' | 'invite';
    readonly ended: Generated<boolean>;
    readonly last_seq: Generated<number>;
    readonly expires_at: Date | null;
  };
  readonly 'relay.row': {
    readonly owner: string;
    readonly seq: number;
    readonly device: string | null;
    readonly device_seq: number | null;
    readonly size: number;
    readonly bytes: Uint8Array;
  };
  readonly 'relay.part': {
    readonly owner: string;
    readonly base: number;
    readonly part: number;
    readonly device: string;
    readonly bytes: Uint8Array;
  };
}
