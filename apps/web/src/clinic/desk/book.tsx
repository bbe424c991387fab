import { useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import type { Refused } from '../../api/ask.ts';
import { dayInWords, isDay, plusDays } from '../../days.ts';
import { clockAt, dayIn } from '../clock.ts';
import { useAnswer } from '../use-answer.ts';
import { BookEntry } from './book-entry.tsx';
import { useDesk } from './catalogue.tsx';
import { DeskFailed } from './desk-failed.tsx';
import { Choose, Line } from './fields.tsx';
import { type DeskAppointment, readBook, readUnfit } from './server.ts';
import { useDeskWords } from './words.ts';

const views = ['day', 'week'] as const;
type View = (typeof views)[number];

/** The Monday on or before a day. */
const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
};

const daysOf = (view: View, day: string): readonly string[] =>
  view === 'day' ? [day] : Array.from({ length: 7 }, (_, k) => plusDays(mondayOf(day), k));

const Unfit = ({
  list,
  onOpen,
}: {
  readonly list: readonly DeskAppointment[];
  readonly onOpen: (appointment: DeskAppointment) => void;
}) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  if (list.length === 0) return null;
  return (
    <section className="first-things" aria-labelledby="desk-unfit">
      <h2 id="desk-unfit">{text('unfit.title', { count: list.length })}</h2>
      <p className="plain">{text('unfit.stays')}</p>
      <ul className="rows plain">
        {list.map((one) => (
          <li key={one.id}>
            <p>
              {`${dayInWords(dayIn(one.localStart), i18n.locale)}, ${one.localStart.slice(11, 16)}: ${one.client.name}`}
              <span className="small">
                {one.unfit.map((reason) => text(`unfit.${reason}`)).join(' ')}
              </span>
            </p>
            <Button
              className="button"
              aria-label={text('unfit.open.of', { name: one.client.name })}
              onPress={() => onOpen(one)}
            >
              {text('unfit.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The appointments of a day or a week; at first those of `first`, or of today. */
export const Book = ({ first }: { readonly first: string | null }) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { catalogue } = useDesk();
  const { zone } = catalogue.clinic;
  const today = dayIn(clockAt(new Date().toISOString(), zone));
  const [view, setView] = useState<View>('day');
  const [day, setDay] = useState(first !== null && isDay(first) ? first : today);
  const [who, setWho] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused !== null) notice.current?.focus();
  }, [refused]);
  const days = daysOf(view, day);
  const [from, to] = [days[0]!, days.at(-1)!];
  const { answer, busy, failure, again } = useAnswer(() => readBook(from, to), [from, to]);
  const outside = useAnswer(readUnfit, []);
  const look = async (): Promise<void> => {
    await Promise.all([again(), outside.again()]);
  };
  const step = view === 'day' ? 1 : 7;
  const go = (next: string): void => {
    if (isDay(next)) setDay(next);
  };
  const own = (answer ?? []).filter(({ practitioner }) => who === '' || practitioner === who);
  const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const title =
    view === 'day'
      ? dayInWords(day, i18n.locale)
      : text('days', {
          from: dayInWords(from, i18n.locale, short),
          to: dayInWords(to, i18n.locale, short),
        });
  const openOne = (one: DeskAppointment): void => {
    setWho('');
    setView('day');
    setDay(dayIn(one.localStart));
    setOpen(one.id);
  };
  return (
    <div className="stack">
      <div className="desk-title">
        <h1>{text('book')}</h1>
        <a className="button main" href="#/desk/book/new">
          {text('booking.add')}
        </a>
      </div>
      <div ref={notice} tabIndex={-1} className="notice-area">
        <DeskFailed failure={refused} />
      </div>
      <Unfit list={outside.answer ?? []} onOpen={openOne} />
      <div className="desk-bar">
        <RadioGroup
          className="desk-switch"
          aria-label={text('view')}
          orientation="horizontal"
          value={view}
          onChange={(next) => setView(next as View)}
        >
          {views.map((one) => (
            <Radio key={one} value={one} className="choice one">
              {text(`view.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Line label={text('date')} type="date" value={day} onChange={go} />
        {catalogue.practitioners.length > 1 && (
          <Choose label={text('who')} value={who} onChange={setWho}>
            <option value="">{text('everybody')}</option>
            {catalogue.practitioners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choose>
        )}
      </div>
      <div className="actions">
        <Button className="button" onPress={() => go(plusDays(day, -step))}>
          {text('before')}
        </Button>
        <Button className="button" isDisabled={day === today} onPress={() => setDay(today)}>
          {text('today')}
        </Button>
        <Button className="button" onPress={() => go(plusDays(day, step))}>
          {text('after')}
        </Button>
      </div>
      <h2>{title}</h2>
      <p role="status" className="soft">
        {answer === null ? busy && text('reading') : text('book.count', { count: own.length })}
      </p>
      <DeskFailed failure={failure ?? outside.failure}>
        <div className="actions">
          <Button className="button" onPress={() => void look()}>
            {text('again')}
          </Button>
        </div>
      </DeskFailed>
      {days.map((one) => {
        const entries = own.filter(({ localStart }) => dayIn(localStart) === one);
        if (entries.length === 0) return null;
        return (
          <section key={one} className="stack tight" aria-label={dayInWords(one, i18n.locale)}>
            {view === 'week' && <h3>{dayInWords(one, i18n.locale)}</h3>}
            <ul className="stack tight">
              {entries.map((entry) => (
                <BookEntry
                  key={entry.id}
                  appointment={entry}
                  isOpen={open === entry.id}
                  onOpen={(is) => setOpen(is ? entry.id : null)}
                  onChanged={look}
                  onRefused={setRefused}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};
