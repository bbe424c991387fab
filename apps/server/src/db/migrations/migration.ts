/** A step of the schema. It is never changed once released: what is wrong is mended by a later one. */
export interface Migration {
  /** 1, 2, 3 ... */
  readonly id: number;
  readonly name: string;
  /** One statement each, for PostgreSQL 15 or newer. */
  readonly statements: readonly string[];
}
