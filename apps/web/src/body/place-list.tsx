import { useState } from 'react';
import { Steps } from '../design/steps.tsx';
import { useText } from '../i18n/i18n.ts';
import type { TrackedItem } from '../tracked.ts';
import { type Part, type Place, parts, places } from './places.ts';
import type { PlaceScores } from './use-place-scores.ts';
import { useBodyWords } from './words.ts';

const PlaceRow = ({
  place,
  item,
  label,
  scores,
}: {
  readonly place: Place;
  readonly item: TrackedItem;
  readonly label: string;
  readonly scores: PlaceScores;
}) => {
  const text = useText();
  const value = scores.valueAt(place.site);
  const named = scores.nameOf(place);
  return (
    <fieldset className="score levels bad">
      <legend className="place-name">
        {named}
        <span className="visually-hidden">{`, ${label}`}</span>
        {value === null ? (
          <span className="unknown-value">{text('today.notRecorded')}</span>
        ) : (
          <button
            type="button"
            className="button plain place-clear"
            onClick={() => scores.write(place, null)}
          >
            {text('today.clear', { item: named })}
          </button>
        )}
      </legend>
      <Steps
        steps={item.steps.map(({ value: step, label: words }) => ({
          value: step,
          words: words === null ? step : text(words),
          under: false,
        }))}
        chosen={value}
        onChoose={(next) => scores.write(place, next)}
      />
    </fieldset>
  );
};

/** The same places as on the drawings, part by part; nothing can be done there that cannot be done here. */
export const PlaceList = ({
  item,
  label,
  scores,
}: {
  readonly item: TrackedItem;
  readonly label: string;
  readonly scores: PlaceScores;
}) => {
  const says = useBodyWords();
  const [open, setOpen] = useState<ReadonlySet<Part>>(new Set());
  const turn = (part: Part, isOpen: boolean): void => {
    const next = new Set(open);
    if (isOpen) next.add(part);
    else next.delete(part);
    setOpen(next);
  };
  return (
    <section className="place-list" aria-label={says('list')}>
      <h3 className="small-heading">{says('list')}</h3>
      {parts.map((part) => (
        <details key={part} onToggle={({ currentTarget }) => turn(part, currentTarget.open)}>
          <summary>{says(`part.${part}`)}</summary>
          {open.has(part) &&
            places
              .filter((place) => place.part === part)
              .map((place) => (
                <PlaceRow
                  key={place.site}
                  place={place}
                  item={item}
                  label={label}
                  scores={scores}
                />
              ))}
        </details>
      ))}
    </section>
  );
};
