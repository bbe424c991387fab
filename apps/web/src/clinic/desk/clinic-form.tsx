import { useState } from 'react';
import { Button, Checkbox, Form } from 'react-aria-components';
import { useDesk } from './catalogue.tsx';
import {
  bounds,
  type ClinicDraft,
  clinicDraft,
  clinicIn,
  type NumberField,
} from './clinic-draft.ts';
import { Line, Prose } from './fields.tsx';
import { clinicPart, orphans } from './parts.ts';
import { useSaid } from './said.tsx';
import { SaveArea } from './save-area.tsx';
import { ShownAgain } from './shown-again.tsx';
import { useEdit } from './use-edit.ts';
import { useForm } from './use-form.ts';
import { type DeskKey, useDeskWords } from './words.ts';

const labels = {
  name: 'clinic.name',
  about: 'clinic.about',
  zone: 'clinic.zone',
  currency: 'clinic.currency',
  email: 'clinic.email',
  phone: 'clinic.phone',
  address: 'clinic.address',
  freeUntilHours: 'clinic.free-until',
  keepsDeposit: 'clinic.keeps-deposit',
  stepMinutes: 'clinic.step',
  noticeHours: 'clinic.notice',
  daysAhead: 'clinic.ahead',
  holdMinutes: 'clinic.hold',
  offerMinutes: 'clinic.offer',
  reminderHours: 'clinic.reminder',
  discountPercent: 'clinic.discount',
  keepDays: 'clinic.keep',
  rooms: 'rooms',
} as const satisfies Record<keyof ClinicDraft, DeskKey>;
const fields = Object.keys(labels) as (keyof ClinicDraft)[];

const Rooms = ({
  value,
  onChange,
  isWrong,
}: {
  readonly value: ClinicDraft['rooms'];
  readonly onChange: (value: ClinicDraft['rooms']) => void;
  readonly isWrong: boolean;
}) => {
  const text = useDeskWords();
  return (
    <fieldset className="desk-group">
      <legend>{text('rooms')}</legend>
      {value.map(({ id, name }, index) => (
        // A new one has no id before it is saved.
        <div key={`${id} ${index}`} className="desk-item hours">
          <Line
            label={text('room', { number: index + 1 })}
            value={name}
            onChange={(next) =>
              onChange(value.map((one, k) => (k === index ? { ...one, name: next } : one)))
            }
            problem={isWrong && name.trim() === '' ? text('missing') : null}
          />
          <Button
            className="button plain"
            aria-label={text('room.remove', { number: index + 1 })}
            onPress={() => onChange(value.filter((_, k) => k !== index))}
          >
            {text('remove')}
          </Button>
        </div>
      ))}
      <div className="actions">
        <Button
          className="button"
          isDisabled={value.length >= 200}
          onPress={() => onChange([...value, { id: '', name: '' }])}
        >
          {text('room.add')}
        </Button>
      </div>
    </fieldset>
  );
};

/** Who the clinic is, its rules of booking and cancelling, and its rooms. */
export const ClinicForm = () => {
  const text = useDeskWords();
  const { catalogue } = useDesk();
  const say = useSaid();
  const form = useForm(clinicPart.read(catalogue)!, clinicDraft, {
    place: 'clinic',
    nameOf: () => text('clinic'),
  });
  const { base } = form;
  const leave = (): void => {
    form.forget();
    location.hash = '#/desk';
  };
  const [alone, setAlone] = useState<readonly string[]>([]);
  const edit = useEdit(clinicPart, base, () => {
    say(text('saved'));
    leave();
  });
  const { draft, change, problems } = form;
  const send = (): void => {
    const read = clinicIn(draft, base);
    form.setProblems('problems' in read ? read.problems : new Set());
    if (!('value' in read)) return;
    const left = orphans(clinicPart.write(catalogue, read.value)).map(({ name }) => name);
    setAlone(left);
    if (left.length === 0) edit.submit(read.value);
  };
  const theirs = edit.theirs?.value ?? null;
  const [before, now] = [base, theirs].map((one) => (one === null ? null : clinicDraft(one)));
  const changed = fields
    .filter((field) => JSON.stringify(now?.[field]) !== JSON.stringify(before?.[field]))
    .map((field) => text(labels[field]));
  const wrong = (field: keyof ClinicDraft, key: DeskKey = 'missing'): string | null =>
    problems.has(field) ? text(key) : null;
  const number = (field: NumberField) => {
    const [least, most] = bounds[field];
    return (
      <Line
        label={text(labels[field])}
        value={draft[field]}
        onChange={(value) => change({ [field]: value })}
        problem={problems.has(field) ? text('number.wrong', { least, most }) : null}
        numeric
      />
    );
  };
  const line = (field: 'name' | 'zone' | 'currency' | 'email' | 'phone', key?: DeskKey) => (
    <Line
      label={text(labels[field])}
      value={draft[field]}
      onChange={(value) => change({ [field]: value })}
      problem={wrong(field, key)}
      type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
    />
  );
  return (
    <div className="stack">
      <h1>{text('clinic')}</h1>
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
        {line('name')}
        <Prose
          label={text('clinic.about')}
          value={draft.about}
          onChange={(about) => change({ about })}
          most={2000}
        />
        <fieldset className="desk-group">
          <legend>{text('contact')}</legend>
          <div className="desk-pair">
            {line('email', 'email.wrong')}
            {line('phone')}
          </div>
          <Prose
            label={text('clinic.address')}
            value={draft.address}
            onChange={(address) => change({ address })}
            most={300}
          />
        </fieldset>
        <fieldset className="desk-group">
          <legend>{text('cancelling')}</legend>
          {number('freeUntilHours')}
          <Checkbox
            className="choice"
            isSelected={draft.keepsDeposit}
            onChange={(keepsDeposit) => change({ keepsDeposit })}
          >
            {text('clinic.keeps-deposit')}
          </Checkbox>
          <p className="soft small">{text('cancelling.says')}</p>
        </fieldset>
        <fieldset className="desk-group">
          <legend>{text('booking')}</legend>
          <div className="desk-pair">
            {number('noticeHours')}
            {number('daysAhead')}
            {number('stepMinutes')}
            {number('holdMinutes')}
            {number('offerMinutes')}
            {number('reminderHours')}
            {number('discountPercent')}
            {number('keepDays')}
            {line('zone', 'zone.wrong')}
            {line('currency', 'currency.wrong')}
          </div>
        </fieldset>
        <Rooms
          value={draft.rooms}
          onChange={(rooms) => change({ rooms })}
          isWrong={problems.has('rooms')}
        />
        <p role="alert" className="problem">
          {alone.length > 0 && text('rooms.alone', { names: alone.join(', ') })}
        </p>
        <SaveArea
          edit={edit}
          changed={changed}
          onTakeTheirs={theirs === null ? undefined : () => form.replace(clinicDraft(theirs))}
          onTakeMine={form.restore}
        >
          <Button className="button" onPress={leave}>
            {text('back.unsaved')}
          </Button>
        </SaveArea>
      </Form>
    </div>
  );
};
