/** Whose diary: the person's own, or the example person's, each in its own database. */
export type Whose = 'own' | 'example';

/** Names of the databases of the browser. */
export const databases: Readonly<Record<Whose, string>> = {
  own: 'zonula',
  example: 'zonula-example',
};
