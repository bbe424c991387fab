import { useLingui } from '@lingui/react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { dayInWords, plusDays } from '../days.ts';
import { clockAt, dayIn, timeIn } from './clock.ts';
import { Failed } from './failed.tsx';
import { freeStarts, type Offer, type Start, type Treatment } from './server.ts';
import { useAnswer } from './use-answer.ts';
import { useClinicWords } from './words.ts';

/** The server answers for at most 31 days. */
const span = 28;
const daysAtOnce = 4;

export interface Days {
  readonly from: string;
  readonly to: string;
}

const byDay = (starts: readonly Start[]): ReadonlyMap<string, readonly Start[]> => {
  const days = new Map<string, Start[]>();
  for (const start of starts) {
    const day = dayIn(start.localStart);
    days.set(day, [...(days.get(day) ?? []), start]);
  }
  return days;
};

/** One of two people may be free at the same time: the first is offered. */
const onceEach = (starts: readonly Start[]): readonly Start[] =>
  starts.filter(({ start }, i) => starts.findIndex((other) => other.start === start) === i);

/** Free times, a day under the other. */
export const ChooseTime = ({
  offer: { clinic, practitioners, mail },
  treatment,
  find = freeStarts,
  first,
  busy,
  onChoose,
  waiting,
}: {
  readonly offer: Pick<Offer, 'clinic' | 'practitioners' | 'mail'>;
  readonly treatment: Pick<Treatment, 'id' | 'practitioners'>;
  /** Where free starts come from. */
  readonly find?: typeof freeStarts;
  /** Whose times are shown at first; everybody's where it is not said, and where they do not give it. */
  readonly first?: string;
  readonly busy: boolean;
  readonly onChoose: (start: Start) => void;
  /** What stands where nothing is free in these days. */
  readonly waiting?: (days: Days) => ReactNode;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const today = dayIn(clockAt(new Date().toISOString(), clinic.zone));
  const last = plusDays(today, clinic.booking.daysAhead);
  const [from, setFrom] = useState(today);
  const able = practitioners.filter(({ id }) => treatment.practitioners.includes(id));
  const [who, setWho] = useState(() => able.find(({ id }) => id === first)?.id ?? '');
  const [shown, setShown] = useState(daysAtOnce);
  const end = plusDays(from, span - 1);
  const to = [end, last].toSorted()[0]!;
  const asked = [from, who, treatment.id];
  const {
    answer: starts,
    busy: looking,
    failure,
    again,
  } = useAnswer(async () => {
    const practitioner = who === '' ? null : who;
    return onceEach(await find(treatment.id, { from, to, practitioner }));
  }, asked);
  useEffect(() => setShown(daysAtOnce), asked);
  const days = [...byDay(starts ?? [])];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const short = { day: 'numeric', month: 'long' } as const;
  const inWords = (day: string): string => dayInWords(day, i18n.locale, short);
  return (
    <div className="stack">
      {here !== clinic.zone && (
        <p className="soft">{text('time.zone', { zone: clinic.zone.replaceAll('_', ' ') })}</p>
      )}
      {able.length > 1 && (
        <RadioGroup
          className="stack tight"
          value={who}
          onChange={setWho}
          aria-label={text('time.who')}
        >
          {[{ id: '', name: text('time.anybody') }, ...able].map(({ id, name }) => (
            <Radio key={id} value={id} className="choice one">
              {name}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <p role="status" className="soft small">
        {starts === null
          ? looking && text('time.looking')
          : starts.length === 0
            ? text('time.none', { from: inWords(from), to: inWords(to) })
            : text('time.free', { count: starts.length })}
      </p>
      <Failed failure={failure} acted={false}>
        <div className="actions">
          <Button className="button" onPress={() => void again()}>
            {text('again')}
          </Button>
        </div>
      </Failed>
      {days.slice(0, shown).map(([day, free]) => (
        <section key={day} className="stack tight" aria-labelledby={`free-${day}`}>
          <h2 id={`free-${day}`} className="day">
            {dayInWords(day, i18n.locale)}
          </h2>
          <div className="times">
            {free.map((start) => (
              <Button
                key={start.start}
                className="button time"
                isDisabled={busy}
                aria-label={`${dayInWords(day, i18n.locale)}, ${timeIn(start.localStart)}`}
                onPress={() => onChoose(start)}
              >
                {timeIn(start.localStart)}
              </Button>
            ))}
          </div>
        </section>
      ))}
      <div className="actions">
        {days.length > shown && (
          <Button className="button" onPress={() => setShown(shown + daysAtOnce)}>
            {text('time.more')}
          </Button>
        )}
        {days.length <= shown && to < last && (
          <Button className="button" onPress={() => setFrom(plusDays(from, span))}>
            {text('time.later')}
          </Button>
        )}
        {from > today && (
          <Button className="button plain" onPress={() => setFrom(plusDays(from, -span))}>
            {text('time.earlier')}
          </Button>
        )}
      </div>
      {mail && !looking && starts?.length === 0 && who === '' && waiting?.({ from, to })}
    </div>
  );
};
