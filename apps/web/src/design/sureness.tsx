import './sureness.css';

const certainties = ['very low', 'low', 'moderate', 'high'];

const tones = new Map([
  ['supported', 'better'],
  ['partly', 'level'],
  ['contradicted', 'worse'],
  ['unsupported', 'worse'],
]);

/** The colour in which a verdict of studies is shown. */
export const toneOf = (verdict: string): string => tones.get(verdict) ?? 'unsure';

/** Four cells, as many filled as studies are sure. Decorative: the words stand beside it. */
export const Sureness = ({ certainty }: { readonly certainty: string }) => {
  const filled = certainties.indexOf(certainty) + 1;
  return (
    <svg className="sureness" viewBox="0 0 46 12" width="46" height="12" aria-hidden="true">
      {certainties.map((one, place) => (
        <circle
          key={one}
          className={place < filled ? 'filled' : ''}
          cx={6 + place * 11}
          cy="6"
          r="4"
        />
      ))}
    </svg>
  );
};
