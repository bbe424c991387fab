import type { ColumnType, Generated } from 'kysely';

type Json = ColumnType<unknown, string, string>;

export interface DeskTables {
  readonly 'clinic.catalogue_version': {
    readonly version: number;
    readonly at: Date;
    readonly account: string | null;
    readonly source: 'file' | 'desk';
    readonly changes: Json;
    readonly document: Json;
  };
  readonly 'clinic.desk_action': {
    readonly id: Generated<number>;
    readonly at: Date;
    readonly account: string | null;
    readonly action: string;
    readonly appointment: string | null;
    readonly version: number | null;
    readonly key: string | null;
  };
}
