import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { TrackedItem } from '../tracked.ts';
import { type Arrow, drawnIn, nextInDirection } from './drawn.ts';
import type { Place, View } from './places.ts';
import { drawings } from './shapes.ts';
import type { Tone } from './tones.ts';
import type { PlaceScores } from './use-place-scores.ts';
import { useBodyWords } from './words.ts';

const arrows: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** How dense the pattern of a score is: 0 none, 1 to 3. */
const densityOf = ({ scale }: TrackedItem, value: number): 0 | 1 | 2 | 3 => {
  if (value <= 0) return 0;
  const share = value / (scale?.max ?? 3);
  return share < 0.5 ? 1 : share < 0.9 ? 2 : 3;
};

/** The score, or the count where its words hold one: "4–10", "10+". */
const badgeOf = (value: number, words: string): string => {
  const count = /\d+(?:–\d+)?/u.exec(words)?.[0];
  return count === undefined ? `${value}` : words === count ? count : `${count}+`;
};

const halfOf = (badge: string): number => 5.5 + 3.5 * badge.length;

const Pattern = ({ id, density }: { readonly id: string; readonly density: 1 | 2 | 3 }) => {
  const size = [0, 9, 7, 5.5][density]!;
  const radius = [0, 1.2, 1.5, 1.75][density]!;
  return (
    <pattern id={`${id}-${density}`} width={size} height={size} patternUnits="userSpaceOnUse">
      <circle className="body-dot" cx={size / 4} cy={size / 4} r={radius} />
      <circle className="body-dot" cx={(3 * size) / 4} cy={(3 * size) / 4} r={radius} />
    </pattern>
  );
};

/** A drawing of the body whose places are buttons: one of them is on the way of the tab key, arrows lead on. */
export const Figure = ({
  view,
  tone,
  item,
  scores,
  onPress,
  onScore,
  onFace,
}: {
  readonly view: View;
  readonly tone: Tone;
  readonly item: TrackedItem;
  readonly scores: PlaceScores;
  readonly onPress: (place: Place) => void;
  readonly onScore: (place: Place, value: number | null) => void;
  readonly onFace: () => void;
}) => {
  const says = useBodyWords();
  const id = useId();
  const [at, setAt] = useState(view === 'front' ? 2 : 0);
  const zones = useRef<(SVGGElement | null)[]>([]);
  const { width, height, outline, beside, lines, hair } = drawings[view];
  const drawn = drawnIn(view);
  const mirror = `translate(${width} 0) scale(-1 1)`;
  const both = (path: string) => (
    <>
      <path d={path} />
      <path d={path} transform={mirror} />
    </>
  );
  const silhouette = (
    <>
      <path d={outline} />
      {beside !== null && both(beside)}
    </>
  );
  const hairOver = (
    <g clipPath={`url(#${id}-clip)`} fill={tone.hair} className="body-hair">
      {both(hair)}
    </g>
  );
  const onKey = (event: KeyboardEvent, index: number): void => {
    const place = drawn[index]!.place;
    const press = () => (place === null ? onFace() : onPress(place));
    if (event.key === 'Enter' || event.key === ' ') press();
    else if (arrows.has(event.key)) {
      const next = nextInDirection(drawn, index, event.key as Arrow);
      zones.current[next]?.focus();
    } else if (place !== null && (event.key === 'Delete' || event.key === 'Backspace'))
      onScore(place, null);
    else if (place !== null && /^\d$/u.test(event.key) && item.steps[Number(event.key)])
      onScore(place, item.steps[Number(event.key)]!.value);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture that holds buttons
    <svg
      className={`body-figure ${view}`}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={says(`map.${view}`)}
      style={{ '--mark': tone.mark } as React.CSSProperties}
    >
      <defs>
        <clipPath id={`${id}-clip`}>{silhouette}</clipPath>
        {([1, 2, 3] as const).map((density) => (
          <Pattern key={density} id={id} density={density} />
        ))}
      </defs>
      <g fill={tone.skin}>{silhouette}</g>
      {view === 'back' && hairOver}
      <g clipPath={`url(#${id}-clip)`} className="body-zones" stroke={tone.line}>
        {drawn.map(({ place, shapes, above }, index) => {
          const value = place === null ? null : scores.valueAt(place.site);
          const density = value === null ? 0 : densityOf(item, value);
          const level = place === null ? null : scores.levelAt(place.site);
          const name = place === null ? says('toFace') : scores.nameOf(place);
          const label =
            place === null
              ? name
              : level === null
                ? says('zone.unknown', { place: name })
                : says('zone.is', { place: name, level });
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn inside a picture
            <g
              key={place?.site ?? 'door'}
              ref={(element) => {
                zones.current[index] = element;
              }}
              className="body-zone"
              role="button"
              tabIndex={index === at ? 0 : -1}
              aria-label={label}
              {...(place === null ? {} : { 'aria-pressed': value !== null && value > 0 })}
              onClick={() => {
                setAt(index);
                if (place === null) onFace();
                else onPress(place);
              }}
              onFocus={() => setAt(index)}
              onKeyDown={(event) => onKey(event, index)}
            >
              {shapes.map(({ path, mirrored }) => (
                <g key={`${mirrored}`} {...(mirrored ? { transform: mirror } : {})}>
                  {above && <path className="body-skin" d={path} fill={tone.skin} />}
                  <path className="body-touch" d={path} />
                  {density > 0 && <path d={path} fill={`url(#${id}-${density})`} />}
                </g>
              ))}
            </g>
          );
        })}
      </g>
      <g className="body-lines" stroke={tone.line}>
        {both(lines)}
      </g>
      {view !== 'back' && hairOver}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: part of a picture, takes no focus */}
      <g className="body-marks" aria-hidden="true">
        {drawn.map(({ place, at: [x, y] }) => {
          const value = place === null ? null : scores.valueAt(place.site);
          if (value === null) return null;
          const badge = badgeOf(value, scores.levelAt(place!.site)!);
          return (
            <g key={place!.site} transform={`translate(${x} ${y})`}>
              <rect x={-halfOf(badge)} y="-9" width={2 * halfOf(badge)} height="18" rx="9" />
              <text y="4.200" textAnchor="middle">
                {badge}
              </text>
            </g>
          );
        })}
        {view === 'front' && (
          <g className="body-door" transform="translate(128 14)">
            <circle r="10" />
            <path d="M-1 -1m-3.500 0a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0 -7 0M2 2L5 5M-1 -2.700v3.400M-2.700 -1h3.400" />
          </g>
        )}
      </g>
      <path className="body-edge" d={outline} stroke={tone.line} />
    </svg>
  );
};
