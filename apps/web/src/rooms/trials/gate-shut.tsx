import type { Condition, GateReason, Profile } from '@zonula/safety';
import { useState } from 'react';
import { Button, Checkbox, CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { changeProfile } from '../../change-settings.ts';
import { i18n, useName, useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import type { Shut } from '../../workers/trials/questions.ts';
import { ConditionBoxes } from '../start/conditions-step.tsx';
import { FlagQuestions } from './flag-questions.tsx';
import { agreedFoodIn } from './gate-words.ts';
import { SafetySaid } from './safety-said.tsx';
import { useTrialsWords } from './words.ts';

/** Answers that a gate may wait for, with what each puts into the profile. */
const answers = {
  ageBand: ['under-18', '18-59', '60-or-over'],
  pregnancy: ['no', 'unsure', 'pregnant', 'breastfeeding'],
  eatingDisorder: ['never', 'past', 'present'],
  weight: ['not-low', 'low'],
  foodAllergies: ['no', 'yes'],
  diabetesMedicine: ['no', 'yes'],
  coeliacTest: ['negative', 'positive', 'waiting', 'not-tested'],
} as const;
type Field = keyof typeof answers;
const fields = Object.keys(answers) as readonly Field[];
const agreement = 'clinician-agreement:';

const fieldOf = ({ code }: GateReason): Field | null =>
  fields.find((field) => code === `not-asked:${field}`) ?? null;

const Questions = ({ asked }: { readonly asked: readonly Field[] }) => {
  const text = useTrialsWords();
  const app = useText();
  const { journal } = useJournal();
  const [given, setGiven] = useState<ReadonlyMap<Field, string>>(new Map());
  const wordOf = (field: Field, value: string): string => {
    if (field === 'ageBand') return app(`age.${value as (typeof answers.ageBand)[number]}`);
    if (field === 'eatingDisorder')
      return app(`eating.${value as (typeof answers.eatingDisorder)[number]}`);
    return text(`ask.${field}.${value}` as Parameters<typeof text>[0]);
  };
  const save = async (): Promise<void> => {
    const changes = Object.fromEntries(
      [...given].map(([field, value]) => [
        field,
        field === 'foodAllergies' ? (value === 'yes' ? [text('ask.allergy.name')] : []) : value,
      ]),
    );
    await changeProfile(journal, (profile) => ({ ...profile, ...changes }) as Profile);
  };
  return (
    <section className="leaf stack">
      <h2>{text('shut.questions')}</h2>
      <p className="soft">{text('shut.questions.lead')}</p>
      {asked.map((field) => (
        <RadioGroup
          key={field}
          className="stack tight"
          value={given.get(field) ?? null}
          onChange={(value) => setGiven(new Map([...given, [field, value]]))}
        >
          <Label className="label">{text(`ask.${field}`)}</Label>
          {answers[field].map((value) => (
            <Radio key={value} value={value} className="choice one">
              {wordOf(field, value)}
            </Radio>
          ))}
        </RadioGroup>
      ))}
      <div className="actions">
        <Button
          className="button main"
          isDisabled={given.size < asked.length}
          onPress={() => void save()}
        >
          {text('shut.save')}
        </Button>
      </div>
    </section>
  );
};

const Agreement = ({ food }: { readonly food: string }) => {
  const text = useTrialsWords();
  const app = useText();
  const { journal } = useJournal();
  const [day, setDay] = useState('');
  const save = (): Promise<void> =>
    changeProfile(
      journal,
      (profile) =>
        ({
          ...profile,
          clinicianAgreements: [...profile.clinicianAgreements, { food, agreedOn: day }],
        }) as Profile,
    );
  return (
    <section className="leaf stack tight">
      <p className="label">{text('shut.agreed', { food: agreedFoodIn(i18n.locale, food) })}</p>
      <div className="agreement">
        <label className="field">
          <span>{text('shut.agreed.on')}</span>
          <input
            className="input"
            type="date"
            max={todayHere()}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </label>
        <Button className="button" isDisabled={day === ''} onPress={() => void save()}>
          {app('today.food.add')}
        </Button>
      </div>
    </section>
  );
};

const offered = [
  ...['dairy', 'gluten', 'wheat', 'egg', 'peanut', 'tree-nut', 'soy', 'fish', 'shellfish'],
  ...['sesame', 'added-sugar', 'alcohol', 'caffeine', 'spicy', 'cocoa', 'citrus'],
];

const Contents = ({
  name,
  onHolds,
}: {
  readonly name: string;
  readonly onHolds: (classes: readonly string[]) => void;
}) => {
  const text = useTrialsWords();
  const word = useName();
  const [marked, setMarked] = useState<readonly string[]>([]);
  return (
    <section className="leaf stack">
      <CheckboxGroup className="stack tight" value={[...marked]} onChange={setMarked}>
        <Label className="label">{text('shut.holds', { name })}</Label>
        <p className="soft small">{text('shut.holds.hint')}</p>
        <div className="holds">
          {offered.map((key) => (
            <Checkbox key={key} value={key} className="choice">
              {word('class', key)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      <div className="actions">
        <Button className="button main" onPress={() => onHolds(marked)}>
          {marked.length === 0
            ? text('shut.holds.none')
            : text('shut.holds.these', { count: marked.length })}
        </Button>
      </div>
    </section>
  );
};

const Conditions = () => {
  const text = useTrialsWords();
  const { journal } = useJournal();
  const [chosen, setChosen] = useState<readonly Condition[]>([]);
  const save = (): Promise<void> =>
    changeProfile(journal, (profile) => ({ ...profile, conditions: chosen }));
  return (
    <section className="leaf stack">
      <h2>{text('ask.conditions')}</h2>
      <ConditionBoxes chosen={chosen} onChange={setChosen} label={text('ask.conditions')} />
      <div className="actions">
        <Button className="button main" onPress={() => void save()}>
          {text(chosen.length === 0 ? 'ask.conditions.none' : 'shut.save')}
        </Button>
      </div>
    </section>
  );
};

const ofContents = (code: string): boolean =>
  code.startsWith(agreement) ||
  ['coeliac-test', 'coeliac-disease', 'not-asked:coeliacTest', 'not-asked:conditions'].includes(
    code,
  );

/** Why a gate is shut, in the person's language, each with its way out. */
export const Reasons = ({ reasons }: { readonly reasons: readonly GateReason[] }) => (
  <ul className="reasons">
    {reasons.map(({ code, text, wayOut }) => (
      <li key={code} className="reason">
        <p>
          <b>
            <SafetySaid english={text} />
          </b>
        </p>
        <p>
          <SafetySaid english={wayOut} />
        </p>
      </li>
    ))}
  </ul>
);

/** A shut gate: why, the way out, and the questions that nobody has answered yet. */
export const GateShut = ({
  name,
  shut: { reasons, questions },
  onHolds,
}: {
  readonly name: string;
  readonly shut: Shut;
  readonly onHolds: (classes: readonly string[]) => void;
}) => {
  const text = useTrialsWords();
  const contents = reasons.some(({ code }) => code === 'not-asked:foodContents');
  // What hangs on what it is made of is asked once that is known.
  const asked = reasons.filter(({ code }) => !contents || !ofContents(code));
  const fields = [...new Set(asked.flatMap((reason) => fieldOf(reason) ?? []))];
  const conditions = asked.some(({ code }) => code === 'not-asked:conditions');
  const final = asked.filter(({ code }) => !code.startsWith('not-asked:'));
  const agreed = final.flatMap(({ code }) =>
    code.startsWith(agreement) ? [code.slice(agreement.length)] : [],
  );
  if (final.length > 0)
    return (
      <div className="stack">
        <h1>{text('shut.title', { name })}</h1>
        <p className="lead">{text('shut.lead')}</p>
        <Reasons reasons={final} />
        {agreed.map((food) => (
          <Agreement key={food} food={food} />
        ))}
      </div>
    );
  return (
    <div className="stack">
      <h1>{text('plan.title', { name })}</h1>
      {contents && <Contents name={name} onHolds={onHolds} />}
      {questions.length > 0 && <FlagQuestions questions={questions} />}
      {conditions && <Conditions />}
      {fields.length > 0 && <Questions asked={fields} />}
    </div>
  );
};
