import { useEffect, useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { dayOfInstant } from '../../account/moments.ts';
import { useRead } from '../../account/use-read.ts';
import { useDesk } from './catalogue.tsx';
import { DeskFailed } from './desk-failed.tsx';
import { Choose, Line } from './fields.tsx';
import { makeKey, type NewKey, type ProgramKey, readKeys, renewKey, revokeKey } from './server.ts';
import { useDeskWords } from './words.ts';

/** A key as it is told once. */
const Told = ({ told, onKept }: { readonly told: NewKey; readonly onKept: () => void }) => {
  const text = useDeskWords();
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  // A server that does not know its own address gives the place on this host.
  const place = told.calendar === null ? told.token : new URL(told.calendar, location.href).href;
  return (
    <section className="leaf stack tight" aria-labelledby="key-told">
      <h2 id="key-told" ref={heading} tabIndex={-1} className="keeps-focus">
        {text('key.told', { name: told.key.label })}
      </h2>
      <p>{text(told.calendar === null ? 'key.told.fhir' : 'key.told.calendar')}</p>
      <p className="desk-token" translate="no">
        {place}
      </p>
      <p className="soft small">{text('key.once')}</p>
      <div className="actions">
        <Button
          className="button main"
          onPress={() =>
            void navigator.clipboard.writeText(place).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {text('copy')}
        </Button>
        <Button className="button" onPress={onKept}>
          {text('key.kept')}
        </Button>
      </div>
      <p role="status">{copied && text('copied')}</p>
    </section>
  );
};

const Add = ({
  busy,
  onMake,
}: {
  readonly busy: boolean;
  readonly onMake: (request: Parameters<typeof makeKey>[0]) => void;
}) => {
  const text = useDeskWords();
  const { practitioners } = useDesk().catalogue;
  const [use, setUse] = useState<ProgramKey['use']>('calendar');
  const [who, setWho] = useState(practitioners[0]?.id ?? '');
  const [label, setLabel] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Form
      className="desk-group stack"
      validationBehavior="aria"
      aria-label={text('key.add.title')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (label.trim() === '' || (use === 'calendar' && who === '')) return;
        const practitioner = who === '' ? {} : { practitioner: who };
        onMake({ use, label: label.trim(), ...practitioner });
        setLabel('');
        setAsked(false);
      }}
    >
      <h2>{text('key.add.title')}</h2>
      <div className="desk-pair">
        <Choose
          label={text('key.use')}
          value={use}
          onChange={(next) => {
            setUse(next === 'fhir' ? 'fhir' : 'calendar');
            // A calendar is of one practitioner.
            if (next !== 'fhir' && who === '') setWho(practitioners[0]?.id ?? '');
          }}
        >
          <option value="calendar">{text('key.use.calendar')}</option>
          <option value="fhir">{text('key.use.fhir')}</option>
        </Choose>
        <Choose label={text('key.of')} value={who} onChange={setWho}>
          {use === 'fhir' && <option value="">{text('everybody')}</option>}
          {practitioners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choose>
      </div>
      <Line
        label={text('key.label')}
        hint={text('key.label.hint')}
        value={label}
        onChange={setLabel}
        problem={asked && label.trim() === '' ? text('missing') : null}
      />
      <div className="actions">
        <Button type="submit" className="button" isDisabled={busy}>
          {text('key.add')}
        </Button>
      </div>
    </Form>
  );
};

const Row = ({
  one,
  busy,
  onRenew,
  onRevoke,
}: {
  readonly one: ProgramKey;
  readonly busy: boolean;
  readonly onRenew: () => void;
  readonly onRevoke: () => void;
}) => {
  const text = useDeskWords();
  const { practitioners } = useDesk().catalogue;
  const [asked, setAsked] = useState<'renew' | 'revoke' | null>(null);
  const who =
    one.practitioner === null
      ? text('everybody')
      : (practitioners.find(({ id }) => id === one.practitioner)?.name ?? one.practitioner);
  const sure = (): void => {
    setAsked(null);
    if (asked === 'renew') onRenew();
    else onRevoke();
  };
  return (
    <li>
      <p>
        <strong>{one.label}</strong>
        <span className="soft small">
          {[
            text(`key.use.${one.use}`),
            who,
            text('key.since', { day: dayOfInstant(one.createdAt) }),
            ...(one.revokedAt === null
              ? []
              : [text('key.revoked', { day: dayOfInstant(one.revokedAt) })]),
          ].join(' · ')}
        </span>
      </p>
      {one.revokedAt === null && asked === null && (
        <div className="actions">
          {(['renew', 'revoke'] as const).map((what) => (
            <Button
              key={what}
              className="button"
              isDisabled={busy}
              aria-label={text(`key.${what}.of`, { name: one.label })}
              onPress={() => setAsked(what)}
            >
              {text(`key.${what}`)}
            </Button>
          ))}
        </div>
      )}
      {asked !== null && (
        <div className="stack tight">
          <p>{text(`key.${asked}.says`)}</p>
          <div className="actions">
            <Button className="button main" autoFocus onPress={sure}>
              {text(`key.${asked}.sure`)}
            </Button>
            <Button className="button" onPress={() => setAsked(null)}>
              {text('cancel.back')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
};

/** Keys of programs: calendars that follow somebody, and clinical systems. */
export const Keys = () => {
  const text = useDeskWords();
  const { content, task, change } = useRead(readKeys);
  const [told, setTold] = useState<NewKey | null>(null);
  const keys = content ?? [];
  const rows = [
    ...keys.filter((one) => one.revokedAt === null),
    ...keys.filter((one) => one.revokedAt !== null),
  ];
  return (
    <div className="stack">
      <h1>{text('keys')}</h1>
      <p className="soft">{text('keys.says')}</p>
      {told !== null && <Told key={told.key.id} told={told} onKept={() => setTold(null)} />}
      <DeskFailed failure={task.failure} />
      <ul className="rows">
        {rows.map((one) => (
          <Row
            key={one.id}
            one={one}
            busy={task.busy}
            onRenew={() => change(async () => setTold(await renewKey(one.id)))}
            onRevoke={() =>
              change(async () => {
                setTold((shown) => (shown?.key.id === one.id ? null : shown));
                await revokeKey(one.id);
              })
            }
          />
        ))}
      </ul>
      <Add
        busy={task.busy}
        onMake={(request) => change(async () => setTold(await makeKey(request)))}
      />
    </div>
  );
};
