import type { StoredEntry } from '@zonula/journal';
import { useId, useMemo, useRef, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { changeSettings } from '../change-settings.ts';
import { Steps } from '../design/steps.tsx';
import { useName, useText } from '../i18n/i18n.ts';
import { useJournal, useLive } from '../journal/context.tsx';
import type { Moment } from '../rooms/today/entries.ts';
import { settingsOf } from '../settings.ts';
import { itemKey, type TrackedGroup, type TrackedItem } from '../tracked.ts';
import { byPlace } from './by-place.ts';
import { Figure } from './figure.tsx';
import { PlaceList } from './place-list.tsx';
import { type Place, places, type View, wholeFace } from './places.ts';
import { tones, usualTone } from './tones.ts';
import { usePlaceScores } from './use-place-scores.ts';
import { useBodyWords } from './words.ts';
import './body.css';

const views: readonly View[] = ['front', 'back', 'face'];
const face = places.find(({ site }) => site === wholeFace)!;

/** What is seen comes before what is felt: the drawing shows it. */
const inFewSteps = ({ scale }: TrackedItem): boolean => scale?.max !== 10;

const usualBrush = ({ steps }: TrackedItem): number => steps[Math.min(2, steps.length - 1)]!.value;

const ToneChoice = ({
  chosen,
  onChoose,
}: {
  readonly chosen: number;
  readonly onChoose: (tone: number) => void;
}) => {
  const says = useBodyWords();
  const name = useId();
  return (
    <fieldset className="tones">
      <legend className="soft small">{says('tone')}</legend>
      {tones.map(({ skin }, index) => (
        <label key={skin} className="tone" style={{ background: skin }}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={index === chosen}
            aria-label={says(`tone.${(index + 1) as 1 | 2 | 3 | 4 | 5 | 6}`)}
            onChange={() => onChoose(index)}
          />
        </label>
      ))}
    </fieldset>
  );
};

/** Skin scores by place: on drawings of the body, and in a list of the same places. */
export const BodyMap = ({
  group,
  entries,
  moment,
}: {
  /** Of its scores that have a place the first in few steps is marked at first. */
  readonly group: TrackedGroup;
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
}) => {
  const says = useBodyWords();
  const text = useText();
  const name = useName();
  const { journal } = useJournal();
  const items = useMemo(() => byPlace(group), [group]);
  const [index, setIndex] = useState(() => Math.max(0, items.findIndex(inFewSteps)));
  const [view, setView] = useState<View>('front');
  const map = useRef<HTMLDivElement>(null);
  const item = items[index] ?? items[0]!;
  const [brush, setBrush] = useState(() => usualBrush(item));
  const settings = useLive(settingsOf, []);
  const wanted = settings?.skinTone;
  const chosen = typeof wanted === 'number' && tones[wanted] !== undefined ? wanted : usualTone;
  const label = name('item', itemKey(item));
  const scores = usePlaceScores(item, label, entries, moment);
  const press = (place: Place): void =>
    scores.write(place, scores.valueAt(place.site) === brush ? null : brush);
  const marked = places.flatMap((place) => {
    const value = scores.valueAt(place.site);
    return value === null || value === 0
      ? []
      : [says('zone.is', { place: scores.nameOf(place), level: scores.levelAt(place.site)! })];
  });
  const toFace = (): void => {
    setView('face');
    requestAnimationFrame(() =>
      map.current?.querySelector<SVGElement>('.face .body-zone[tabindex="0"]')?.focus(),
    );
  };
  const choose = (next: number): void => {
    setIndex(next);
    setBrush(usualBrush(items[next]!));
  };
  return (
    <div className="body-map" ref={map}>
      {items.length > 1 && (
        <fieldset className="score levels body-items">
          <legend className="label">{says('item.label')}</legend>
          <Steps
            steps={items.map((one, value) => ({
              value,
              words: name('item', itemKey(one)),
              under: false,
            }))}
            chosen={index}
            onChoose={choose}
          />
        </fieldset>
      )}
      <fieldset className="score levels bad">
        <legend className="label">{says('brush.label')}</legend>
        <Steps
          steps={item.steps.map(({ value, label: words }) => ({
            value,
            words: words === null ? value : text(words),
            under: false,
          }))}
          chosen={brush}
          onChoose={setBrush}
        />
      </fieldset>
      <p className="soft small">{says('brush.hint')}</p>
      <fieldset className="score levels body-views">
        <legend className="visually-hidden">{says('view.label')}</legend>
        <Steps
          steps={views.map((one, value) => ({ value, words: says(`view.${one}`), under: false }))}
          chosen={views.indexOf(view)}
          onChoose={(next) => setView(views[next]!)}
        />
      </fieldset>
      <div className="body-plate">
        {views.map((one) => (
          <div key={one} className={`body-side ${one}${one === view ? ' here' : ''}`}>
            <Figure
              view={one}
              tone={tones[chosen]!}
              item={item}
              scores={scores}
              onPress={press}
              onScore={scores.write}
              onFace={toFace}
            />
            <p className="soft small body-hands" aria-hidden="true">
              <span>{says('left')}</span>
              <span>{says('right')}</span>
            </p>
            {one === 'face' && (
              <ToggleButton
                className="choice"
                isSelected={(scores.valueAt(wholeFace) ?? 0) > 0}
                onChange={() => press(face)}
              >
                {scores.levelAt(wholeFace) === null
                  ? scores.nameOf(face)
                  : says('zone.is', {
                      place: scores.nameOf(face),
                      level: scores.levelAt(wholeFace)!,
                    })}
              </ToggleButton>
            )}
          </div>
        ))}
      </div>
      <p className="body-summary">
        {marked.length === 0 ? (
          <span className="soft">{says('summary.none')}</span>
        ) : (
          <>
            <b>{`${label}: `}</b>
            {marked.join(' · ')}
          </>
        )}
      </p>
      {scores.elsewhere.length > 0 && (
        <div>
          <Button className="button" onPress={scores.nowhereElse}>
            {says('elsewhere')}
          </Button>
          <p className="soft small">{says('elsewhere.hint')}</p>
        </div>
      )}
      <PlaceList item={item} label={label} scores={scores} />
      <ToneChoice
        chosen={chosen}
        onChoose={(skinTone) => void changeSettings(journal, { skinTone })}
      />
      <p className="soft small body-keys">{says('keys')}</p>
    </div>
  );
};
