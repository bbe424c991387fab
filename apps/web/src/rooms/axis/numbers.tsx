import { useCallback } from 'react';
import { momentAt, type Play } from './play.ts';
import { useAxisWords } from './words.ts';

interface Line {
  readonly name: string;
  readonly value: string;
  /** Of its full bar, 0 to 1. */
  readonly share: number;
}

interface Lines {
  readonly gut: readonly Line[];
  readonly blood: readonly Line[];
  readonly skin: readonly Line[];
}

/** What the pictures show at a day, in words. */
export const useLines = (): ((play: Play, day: number) => Lines) => {
  const { text, number } = useAxisWords();
  return useCallback(
    (play, day) => {
      const now = momentAt(play, day);
      const rest = momentAt(play, 0);
      const times = (of: 'J' | 'leak' | 'L'): number => now[of] / Math.max(rest[of], 1e-9);
      const percent = (value: number): string => number(100 * value, 0);
      const ofRest = (of: 'mucusThickness' | 'villusCoverage' | 'Bc'): string =>
        text('number.share', { percent: percent(now[of] / rest[of]) });
      const zero = play.severityWithoutArrow[Math.round(day * play.perDay)] ?? now.severity;
      return {
        gut: [
          {
            name: text('number.opening'),
            value: text('number.opening.is', { times: number(times('J'), 1) }),
            share: now.J,
          },
          {
            name: text('number.leak'),
            value: text('number.leak.is', { times: number(times('leak'), 1) }),
            share: now.leak / 20,
          },
          {
            name: text('number.mucus'),
            value: ofRest('mucusThickness'),
            share: now.mucusThickness / 2,
          },
          {
            name: text('number.cells'),
            value: ofRest('villusCoverage'),
            share: now.villusCoverage,
          },
          { name: text('number.bacteria'), value: ofRest('Bc'), share: now.Bc / 2 },
          {
            name: text('number.mast'),
            value: text('number.mast.is', { value: number(now.X, 1) }),
            share: now.X / (now.X + 1),
          },
        ],
        blood: [
          {
            name: text('number.blood'),
            value: text('number.blood.is', { times: number(times('L'), 1) }),
            share: times('L') / 20,
          },
          {
            name: text('number.crp'),
            value: text('number.crp.is', { value: number(now.CRP, 1) }),
            share: now.CRP / 10,
          },
        ],
        skin: [
          {
            name: text('number.skin'),
            value: text('number.skin.is', { here: percent(now.severity), zero: percent(zero) }),
            share: now.severity,
          },
        ],
      };
    },
    [text, number],
  );
};

/** The lines one after the other, for those who do not see the pictures. */
export const inSentences = (lines: readonly Line[]): string =>
  lines.map(({ name, value }) => `${name}: ${value}.`).join(' ');

export const Gauges = ({ lines }: { readonly lines: readonly Line[] }) => (
  <dl className="gauges">
    {lines.map(({ name, value, share }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="gauge-ground" width="100" height="4" />
          <rect className="gauge" width={100 * Math.min(1, Math.max(0.01, share))} height="4" />
        </svg>
      </div>
    ))}
  </dl>
);
