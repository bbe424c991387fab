import type { Practitioner } from '@zonula/clinic';
import { type ReactNode, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { clockAt, dayIn } from '../clock.ts';
import { useDesk } from './catalogue.tsx';
import { ClockNote } from './clock-note.tsx';
import { baseBegun } from './drafts.ts';
import { Line } from './fields.tsx';
import { OtherDays } from './other-days.tsx';
import { newId, orphans, practitionerPart } from './parts.ts';
import { emptyPerson, type PersonDraft, personDraft, personIn } from './person-draft.ts';
import { useSaid } from './said.tsx';
import { SaveArea } from './save-area.tsx';
import { ShownAgain } from './shown-again.tsx';
import { useEdit } from './use-edit.ts';
import { useForm } from './use-form.ts';
import { WeeklyHours } from './weekly-hours.tsx';
import { Withdraw } from './withdraw.tsx';
import { type DeskKey, useDeskWords } from './words.ts';

const labels = {
  name: 'person.name',
  role: 'person.role',
  weekly: 'weekly',
  exceptions: 'other',
} as const satisfies Record<keyof PersonDraft, DeskKey>;
const fields = Object.keys(labels) as (keyof PersonDraft)[];

const Inside = ({ id, person }: { readonly id: string; readonly person: Practitioner | null }) => {
  const text = useDeskWords();
  const { catalogue } = useDesk();
  const say = useSaid();
  const { zone } = catalogue.clinic;
  const today = dayIn(clockAt(new Date().toISOString(), zone));
  const form = useForm(person, (one) => (one === null ? emptyPerson : personDraft(one)), {
    place: `people/${person === null ? 'new' : id}`,
    nameOf: (one) => one?.name ?? text('person.new'),
  });
  const { base } = form;
  const leave = (): void => {
    form.forget();
    location.hash = '#/desk/people';
  };
  const part = practitionerPart(id);
  const edit = useEdit(part, base, () => {
    say(text('saved'));
    leave();
  });
  const { draft, change, problems } = form;
  const send = (): void => {
    const read = personIn(draft, id);
    form.setProblems('problems' in read ? read.problems : new Set());
    if ('value' in read) edit.submit(read.value);
  };
  const alone = orphans(part.write(catalogue, null));
  const theirs = edit.theirs?.value ?? null;
  const [before, now] = [base, theirs].map((one) => (one === null ? null : personDraft(one)));
  const changed = fields
    .filter((field) => JSON.stringify(now?.[field]) !== JSON.stringify(before?.[field]))
    .map((field) => text(labels[field]));
  return (
    <div className="stack">
      <h1>{base === null ? text('person.new') : base.name}</h1>
      <ShownAgain form={form} />
      <Form
        ref={form.element}
        validationBehavior="aria"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="desk-pair">
          <Line
            label={text('person.name')}
            value={draft.name}
            onChange={(name) => change({ name })}
            problem={problems.has('name') ? text('missing') : null}
          />
          <Line
            label={text('person.role')}
            value={draft.role}
            onChange={(role) => change({ role })}
            problem={problems.has('role') ? text('missing') : null}
          />
        </div>
        <ClockNote zone={zone} today={today} />
        <WeeklyHours
          value={draft.weekly}
          onChange={(weekly) => change({ weekly })}
          isWrong={problems.has('weekly')}
        />
        <OtherDays
          value={draft.exceptions}
          today={today}
          onChange={(exceptions) => change({ exceptions: [...exceptions] })}
        />
        <SaveArea
          edit={edit}
          changed={changed}
          onTakeTheirs={theirs === null ? undefined : () => form.replace(personDraft(theirs))}
          onTakeMine={form.restore}
        >
          <Button className="button" onPress={leave}>
            {text('back.unsaved')}
          </Button>
        </SaveArea>
      </Form>
      {base !== null &&
        (alone.length > 0 ? (
          <p className="soft desk-withdraw">
            {text('person.alone', { names: alone.map(({ name }) => name).join(', ') })}
          </p>
        ) : (
          <Withdraw
            says={text('person.withdraw.says')}
            busy={edit.task.busy}
            onWithdraw={() => edit.submit(null)}
          />
        ))}
    </div>
  );
};

/** Adding or changing one of those who work here. */
export const PersonForm = ({
  id,
  person,
  missing,
}: {
  /** `new` makes one. */
  readonly id: string;
  readonly person: Practitioner | null;
  /** Shown where there is none with this id, there was none when it was opened, and nothing of it is half written. */
  readonly missing: ReactNode;
}) => {
  const [own] = useState(() => (id === 'new' ? newId('person') : id));
  const { account } = useDesk();
  // What is half written of one that somebody withdrew meanwhile is shown all the same: saving says so.
  const [was] = useState(() => person ?? baseBegun<Practitioner>(account, `people/${id}`));
  if (was === null && id !== 'new') return missing;
  return <Inside id={own} person={was} />;
};
