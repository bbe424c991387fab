import { useEffect, useState } from 'react';

const names = {
  paper: '--paper',
  leaf: '--leaf',
  ink: '--ink',
  soft: '--soft',
  line: '--line',
  worse: '--worse',
  worseBand: '--worse-band',
  better: '--better',
  betterBand: '--better-band',
  unknown: '--unknown',
  unknownBand: '--unknown-band',
  quiet: '--quiet',
  level: '--level',
  levelBand: '--level-band',
} as const;

/** Colours by meaning, read from the style sheet. */
export type Colours = Readonly<Record<keyof typeof names, string>>;

const read = (): Colours => {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    Object.entries(names).map(([name, property]) => [
      name,
      style.getPropertyValue(property).trim(),
    ]),
  ) as unknown as Colours;
};

/** The colours of the style sheet, also when the theme changes. */
export const useColours = (): Colours => {
  const [colours, setColours] = useState(read);
  useEffect(() => {
    const again = () => setColours(read());
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', again);
    const observer = new MutationObserver(again);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      scheme.removeEventListener('change', again);
      observer.disconnect();
    };
  }, []);
  return colours;
};
