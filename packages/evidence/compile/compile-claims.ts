import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Claim, claimSchema } from '../src/claim.ts';

const folder = new URL('../claims/', import.meta.url);

/** Every claim, checked, by id. Throws one message that names each bad file and place. */
export const readClaimFiles = (): readonly Claim[] => {
  const wrong: string[] = [];
  const claims = readdirSync(folder)
    .sort()
    .flatMap((file): Claim[] => {
      const read = claimSchema.safeParse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
      if (!read.success) wrong.push(`claims/${file}: ${z.prettifyError(read.error)}`);
      else if (file !== `${read.data.id}.json`) wrong.push(`claims/${file}: holds ${read.data.id}`);
      else return [read.data];
      return [];
    });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return claims;
};

export const compileClaims = (claims: readonly Claim[]): string =>
  `[\n${claims.map((claim) => JSON.stringify(claim)).join(',\n')}\n]\n`;
