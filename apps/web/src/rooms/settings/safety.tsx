import { hiddenFor, type Profile, unaskedProfile } from '@zonula/safety';
import { useState } from 'react';
import { Button, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { changeProfile } from '../../change-settings.ts';
import { Sheet } from '../../design/sheet.tsx';
import { useName, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { FlagsStep } from '../start/flags-step.tsx';
import { withAnswers } from '../start/profile.ts';
import { answerOf, type Field, fields, openFields, withAnswer } from './safety-fields.ts';
import { type SettingsKey, useSettingsWords } from './words.ts';

/** An answer in words; the first questions have theirs from the first run. */
const useAnswerWords = () => {
  const text = useSettingsWords();
  const name = useName();
  return (id: Field['id'], answer: string): string => {
    if (id === 'ageBand') return name('age', answer);
    if (id === 'eatingDisorder') return name('eating', answer);
    return text(`${id}.${answer}` as SettingsKey);
  };
};

const NamesAnswer = ({
  names,
  onKeep,
}: {
  readonly names: readonly string[] | null;
  readonly onKeep: (names: readonly string[]) => void;
}) => {
  const text = useSettingsWords();
  const [typed, setTyped] = useState((names ?? []).join('\n'));
  const read = typed
    .split(/[\n,;]/u)
    .map((one) => one.trim().slice(0, 80))
    .filter((one) => one !== '');
  return (
    <>
      <TextField className="field" value={typed} onChange={setTyped}>
        <Label>{text('safety.names')}</Label>
        <TextArea className="input" rows={4} />
      </TextField>
      <div className="actions">
        <Button
          className="button main"
          isDisabled={read.length === 0}
          onPress={() => onKeep([...new Set(read)])}
        >
          {text('safety.save')}
        </Button>
        <Button className="button" onPress={() => onKeep([])}>
          {text('safety.none')}
        </Button>
      </div>
    </>
  );
};

/** One question a sheet. */
const Asked = ({
  field,
  profile,
  onAnswer,
  onClose,
}: {
  readonly field: Field;
  readonly profile: Profile;
  readonly onAnswer: (answer: string | readonly string[] | null) => void;
  readonly onClose: () => void;
}) => {
  const text = useSettingsWords();
  const answerWords = useAnswerWords();
  const answer = answerOf(profile, field.id);
  const title = text(`ask.${field.id}` as SettingsKey);
  return (
    <Sheet title={title} onClose={onClose}>
      {field.answers === null ? (
        <NamesAnswer names={Array.isArray(answer) ? answer : null} onKeep={onAnswer} />
      ) : (
        <RadioGroup
          className="stack tight"
          aria-label={title}
          value={typeof answer === 'string' ? answer : null}
          onChange={onAnswer}
        >
          {field.answers.map((one) => (
            <Radio key={one} value={one} className="choice one">
              {answerWords(field.id, one)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <div className="actions">
        <Button className="button plain" onPress={() => onAnswer(null)}>
          {text('safety.skip')}
        </Button>
      </div>
    </Sheet>
  );
};

type Asking =
  | { readonly kind: 'flags' }
  | { readonly kind: 'field'; readonly field: Field; readonly rest: readonly Field[] };

/** What a person answered, what is open, and each question again. */
export const Safety = () => {
  const text = useSettingsWords();
  const app = useText();
  const answerWords = useAnswerWords();
  const { journal, announce } = useJournal();
  const profile = useLive((open) => open.document('profile'), []);
  const [asking, setAsking] = useState<Asking | null>(null);
  if (!profile) return null;
  const hidden = hiddenFor(profile);
  const open = openFields(profile, hidden);
  const flags = profile.redFlags;
  const yes = Object.values(flags?.answers ?? {}).filter((one) => one === 'yes').length;
  const count = open.length + (flags === null ? 1 : 0);

  const keep = async (next: (before: Profile) => Profile, question: string): Promise<void> => {
    await changeProfile(journal, next);
    announce(text('safety.saved', { question }));
  };
  const begin = (): void => {
    const [field, ...rest] = open;
    setAsking(field === undefined ? { kind: 'flags' } : { kind: 'field', field, rest });
  };
  const answered = async (
    field: Field,
    rest: readonly Field[],
    answer: string | readonly string[] | null,
  ): Promise<void> => {
    await keep(
      (before) => withAnswer(before, field, answer),
      text(`short.${field.id}` as SettingsKey),
    );
    const [next, ...others] = rest;
    setAsking(next === undefined ? null : { kind: 'field', field: next, rest: others });
  };
  const said = (field: Field): string => {
    const answer = answerOf(profile, field.id);
    if (answer === null) return text('safety.notAsked');
    if (typeof answer === 'string') return answerWords(field.id, answer);
    return answer.length === 0 ? text('safety.none') : answer.join(', ');
  };
  return (
    <section className="setting" aria-labelledby="setting-safety">
      <h3 id="setting-safety">{text('safety.title')}</h3>
      <p className="soft">{text('safety.why')}</p>
      <p>{text('safety.open', { count })}</p>
      {count > 0 && (
        <div className="actions">
          <Button className="button main" onPress={begin}>
            {text('safety.answer')}
          </Button>
        </div>
      )}
      <ul className="answers">
        <li>
          <Button className="answer-row" onPress={() => setAsking({ kind: 'flags' })}>
            <span>{text('safety.flags')}</span>
            <span className={flags === null ? 'answer not' : 'answer'}>
              {flags === null
                ? text('safety.notAsked')
                : yes === 0
                  ? text('safety.flags.none')
                  : text('safety.flags.some', { count: yes })}
            </span>
          </Button>
        </li>
        {fields
          .filter(({ id }) => !(hidden.weight && id === 'weight'))
          .map((field) => (
            <li key={field.id}>
              <Button
                className="answer-row"
                onPress={() => setAsking({ kind: 'field', field, rest: [] })}
              >
                <span>{text(`short.${field.id}` as SettingsKey)}</span>
                <span className={answerOf(profile, field.id) === null ? 'answer not' : 'answer'}>
                  {said(field)}
                </span>
              </Button>
            </li>
          ))}
      </ul>
      {asking?.kind === 'field' && (
        <Asked
          key={asking.field.id}
          field={asking.field}
          profile={profile}
          onAnswer={(answer) => void answered(asking.field, asking.rest, answer)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'flags' && (
        <Sheet title={app('start.flags.title')} onClose={() => setAsking(null)}>
          <FlagsStep
            profile={{
              ...unaskedProfile,
              conditions: profile.conditions,
              ageBand: profile.ageBand,
              country: profile.country,
            }}
            today={todayHere()}
            headed={false}
            onAnswer={(marked) => {
              void keep(
                (before) => withAnswers({ ...before, redFlags: null }, marked, todayHere()),
                text('safety.flags'),
              );
              setAsking(null);
            }}
          />
        </Sheet>
      )}
    </section>
  );
};
