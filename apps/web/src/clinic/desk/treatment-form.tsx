import { useLingui } from '@lingui/react';
import type { Treatment } from '@zonula/clinic';
import { type ReactNode, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useDesk } from './catalogue.tsx';
import { Contraindications } from './contraindications.tsx';
import { baseBegun } from './drafts.ts';
import { Line, Prose, Several } from './fields.tsx';
import { newId, treatmentPart } from './parts.ts';
import { useSaid } from './said.tsx';
import { SaveArea } from './save-area.tsx';
import { ShownAgain } from './shown-again.tsx';
import {
  emptyTreatment,
  type TreatmentProblem,
  treatmentDraft,
  treatmentIn,
} from './treatment-draft.ts';
import { useEdit } from './use-edit.ts';
import { useForm } from './use-form.ts';
import { Withdraw } from './withdraw.tsx';
import { type DeskKey, useDeskWords } from './words.ts';

const labels = {
  name: 'treatment.name',
  about: 'treatment.about',
  price: 'treatment.price',
  deposit: 'treatment.deposit',
  minutes: 'treatment.minutes',
  bufferBefore: 'treatment.before',
  bufferAfter: 'treatment.after',
  practitioners: 'treatment.practitioners',
  rooms: 'treatment.rooms',
  contraindications: 'questions',
} as const satisfies Record<string, DeskKey>;
const fields = Object.keys(labels) as (keyof typeof labels)[];

const Inside = ({
  id,
  treatment,
}: {
  readonly id: string;
  readonly treatment: Treatment | null;
}) => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { catalogue } = useDesk();
  const say = useSaid();
  const { currency } = catalogue.clinic;
  const toDraft = (one: Treatment) => treatmentDraft(one, currency, i18n.locale);
  const form = useForm(treatment, (one) => (one === null ? emptyTreatment : toDraft(one)), {
    place: `treatments/${treatment === null ? 'new' : id}`,
    nameOf: (one) => one?.name ?? text('treatment.new'),
  });
  const { base } = form;
  const leave = (): void => {
    form.forget();
    location.hash = '#/desk/treatments';
  };
  const edit = useEdit(treatmentPart(id), base, () => {
    say(text('saved'));
    leave();
  });
  const { draft, change, problems } = form;
  const wrong = (field: TreatmentProblem, key: DeskKey): string | null =>
    problems.has(field) ? text(key) : null;
  const send = (): void => {
    const read = treatmentIn(draft, { id, currency });
    form.setProblems('problems' in read ? read.problems : new Set());
    if ('value' in read) edit.submit(read.value);
  };
  const theirs = edit.theirs?.value ?? null;
  const changed = fields
    .filter((field) => JSON.stringify(theirs?.[field]) !== JSON.stringify(base?.[field]))
    .map((field) => text(labels[field]));
  return (
    <div className="stack">
      <h1>{base === null ? text('treatment.new') : base.name}</h1>
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
        <Line
          label={text('treatment.name')}
          value={draft.name}
          onChange={(name) => change({ name })}
          problem={wrong('name', 'missing')}
        />
        <Prose
          label={text('treatment.about')}
          value={draft.about}
          onChange={(about) => change({ about })}
          most={2000}
        />
        <div className="desk-pair short">
          <Line
            label={`${text('treatment.price')} (${currency})`}
            value={draft.price}
            onChange={(price) => change({ price })}
            problem={wrong('price', 'amount.wrong')}
            numeric
          />
          <Line
            label={`${text('treatment.deposit')} (${currency})`}
            value={draft.deposit}
            onChange={(deposit) => change({ deposit })}
            problem={wrong('deposit', 'deposit.wrong')}
            numeric
          />
        </div>
        <div className="desk-pair short three">
          <Line
            label={text('treatment.minutes')}
            value={draft.minutes}
            onChange={(minutes) => change({ minutes })}
            problem={wrong('minutes', 'minutes.wrong')}
            numeric
          />
          <Line
            label={text('treatment.before')}
            value={draft.bufferBefore}
            onChange={(bufferBefore) => change({ bufferBefore })}
            problem={wrong('bufferBefore', 'buffer.wrong')}
            numeric
          />
          <Line
            label={text('treatment.after')}
            value={draft.bufferAfter}
            onChange={(bufferAfter) => change({ bufferAfter })}
            problem={wrong('bufferAfter', 'buffer.wrong')}
            numeric
          />
        </div>
        <Several
          label={text('treatment.practitioners')}
          choices={catalogue.practitioners}
          value={draft.practitioners}
          onChange={(practitioners) => change({ practitioners })}
          problem={wrong('practitioners', 'one.missing')}
        />
        <Several
          label={text('treatment.rooms')}
          choices={catalogue.rooms}
          value={draft.rooms}
          onChange={(rooms) => change({ rooms })}
          problem={wrong('rooms', 'one.missing')}
        />
        <Contraindications
          value={draft.contraindications}
          onChange={(contraindications) => change({ contraindications })}
          isWrong={problems.has('contraindications')}
        />
        {base !== null && <p className="soft small">{text('treatment.stays')}</p>}
        <SaveArea
          edit={edit}
          changed={changed}
          onTakeTheirs={theirs === null ? undefined : () => form.replace(toDraft(theirs))}
          onTakeMine={form.restore}
        >
          <Button className="button" onPress={leave}>
            {text('back.unsaved')}
          </Button>
        </SaveArea>
      </Form>
      {base !== null && (
        <Withdraw
          says={text('treatment.withdraw.says')}
          busy={edit.task.busy}
          onWithdraw={() => edit.submit(null)}
        />
      )}
    </div>
  );
};

/** Adding or changing one treatment. */
export const TreatmentForm = ({
  id,
  treatment,
  missing,
}: {
  /** `new` makes one. */
  readonly id: string;
  readonly treatment: Treatment | null;
  /** Shown where there is none with this id, there was none when it was opened, and nothing of it is half written. */
  readonly missing: ReactNode;
}) => {
  const [own] = useState(() => (id === 'new' ? newId('treatment') : id));
  const { account } = useDesk();
  // What is half written of one that somebody withdrew meanwhile is shown all the same: saving says so.
  const [was] = useState(() => treatment ?? baseBegun<Treatment>(account, `treatments/${id}`));
  if (was === null && id !== 'new') return missing;
  return <Inside id={own} treatment={was} />;
};
