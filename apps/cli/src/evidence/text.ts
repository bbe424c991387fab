import { type Claim, renderClaimEntry, renderClaimText, topics } from '@zonula/evidence';

const most = 8;

/** The answer in words: one claim in full, several in short. */
export const textOf = (query: string, claims: readonly Claim[]): string => {
  if (claims.length === 0)
    return `No claim speaks of “${query}”. That says nothing about it. All claims: ./zonula evidence\n`;
  const [first, ...rest] = claims;
  if (rest.length === 0) return renderClaimText(first!);
  const shown = claims.slice(0, most).map(renderClaimEntry).join('\n');
  const others = claims.slice(most).map(({ id }) => id);
  const more = others.length > 0 ? `Also: ${others.join(', ')}\n` : '';
  return `${shown}\n${more}One in full: ./zonula evidence ${first!.id}\n`;
};

/** All claims in short, by topic. */
export const contentsOf = (claims: readonly Claim[]): string => {
  const lines = topics.flatMap((topic) => {
    const own = claims.filter((claim) => claim.topic === topic);
    return own.length === 0
      ? []
      : [
          topic.toUpperCase(),
          ...own.map(({ id, claim, verdict }) => `${id}  “${claim}” ${verdict}`),
          '',
        ];
  });
  return `${lines.join('\n')}\n${claims.length} claims. One in full: ./zonula evidence A23. To search: ./zonula evidence dairy acne\n`;
};
