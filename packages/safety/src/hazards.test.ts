import { existsSync, readFileSync } from 'node:fs';
import { createEvidence } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/hazards.md', 'utf8');
const hazards = page
  .split(/^## /mu)
  .slice(1)
  .map((text) => {
    const [title = '', ...lines] = text.trim().split('\n');
    const fields = new Map(
      lines.flatMap((line) => {
        const [, name, value] = /^- \*\*(.+?):\*\* (.+)$/u.exec(line) ?? [];
        return name === undefined ? [] : [[name, value!] as const];
      }),
    );
    return { id: title.split(' ')[0]!, fields };
  });

interface Proof {
  readonly file: string;
  readonly title: string;
}
const proofsOf = (text: string): Proof[] =>
  [...text.matchAll(/\[[^\]]+\]\(\.\.\/([^)]+)\) “([^”]+)”/gu)].map(([, file, title]) => ({
    file: file!,
    title: title!,
  }));

/** Titles of tests as they are written in a file, neither skipped nor to be done. */
const titlesIn = (code: string): Set<string> =>
  new Set(
    [
      ...code.matchAll(/(?:^|\s)(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*'((?:[^'\\]|\\.)*)'/gmu),
      ...code.matchAll(/^\s*\]\)\(\s*'((?:[^'\\]|\\.)*)'/gmu),
      ...code.matchAll(/^\s*\)\(\s*'((?:[^'\\]|\\.)*)'/gmu),
    ].map(([, title]) => title!),
  );

describe('the hazard log', () => {
  it('is numbered, and says of each hazard why, how bad, what is done, what proves it and what is left', () => {
    expect(hazards.length).toBeGreaterThan(20);
    expect(hazards.map(({ id }) => id)).toEqual(
      hazards.map((_, k) => `H${String(k + 1).padStart(2, '0')}`),
    );
    for (const { id, fields } of hazards) {
      expect([...fields.keys()], id).toEqual([
        'Cause',
        'Severity',
        'Control',
        'Proof',
        'What is left',
      ]);
      expect(['catastrophic', 'major', 'considerable', 'significant', 'minor'], id).toContain(
        fields.get('Severity'),
      );
    }
  });

  it.each(hazards.map(({ id, fields }) => [id, fields.get('Proof') ?? ''] as const))(
    '%s names tests that exist',
    (_id, proof) => {
      const proofs = proofsOf(proof);
      expect(proofs.length).toBe(proof.split('; [').length);
      expect(proofs.length).toBeGreaterThan(0);
      for (const { file, title } of proofs) {
        expect(existsSync(file), file).toBe(true);
        expect(titlesIn(readFileSync(file, 'utf8')), file).toContain(title);
      }
    },
  );

  it('would notice a test that is gone', () => {
    const code =
      "describe('x', () => {\n  it('stays', f);\n  it.skip('sleeps', f);\n  // it is 'gone'\n});";
    expect([...titlesIn(code)]).toEqual(['stays']);
  });

  it('names only claims that exist', () => {
    const { claim } = createEvidence();
    for (const [id] of page.matchAll(/\b[ABX]\d\d\b/gu)) expect(claim(id), id).not.toBeNull();
  });
});
