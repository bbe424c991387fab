import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import type { Client } from './server.ts';
import { useClinicWords } from './words.ts';

export const looksLikeEmail = (value: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(value);

/** Who comes. Nothing else is asked. */
export const Details = ({
  client,
  minutes,
  discount,
  busy,
  onChange,
  onDiscount,
  onKeep,
}: {
  readonly client: Client;
  /** For how long the time is kept then. */
  readonly minutes: number;
  /** A code of the newsletter; null where the clinic gives none. */
  readonly discount: string | null;
  readonly busy: boolean;
  readonly onDiscount: (code: string) => void;
  readonly onChange: (client: Client) => void;
  readonly onKeep: () => void;
}) => {
  const text = useClinicWords();
  const [asked, setAsked] = useState(false);
  const { name, email, phone = '' } = client;
  const noName = asked && name.trim() === '';
  const noEmail = asked && !looksLikeEmail(email.trim());
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (name.trim() !== '' && looksLikeEmail(email.trim())) onKeep();
      }}
    >
      <TextField
        className="field"
        value={name}
        onChange={(next) => onChange({ ...client, name: next })}
        isInvalid={noName}
        autoComplete="name"
        maxLength={120}
        validationBehavior="aria"
      >
        <Label>{text('details.name')}</Label>
        <Input className="input" />
        <FieldError className="problem">{text('details.name.missing')}</FieldError>
      </TextField>
      <TextField
        className="field"
        type="email"
        value={email}
        onChange={(next) => onChange({ ...client, email: next })}
        isInvalid={noEmail}
        autoComplete="email"
        maxLength={254}
        validationBehavior="aria"
      >
        <Label>{text('details.email')}</Label>
        <Input className="input" />
        <FieldError className="problem">{text('details.email.missing')}</FieldError>
      </TextField>
      <TextField
        className="field"
        type="tel"
        value={phone}
        onChange={(next) => onChange({ ...client, phone: next })}
        autoComplete="tel"
        maxLength={40}
      >
        <Label>{text('details.phone')}</Label>
        <Input className="input" />
      </TextField>
      {discount !== null && (
        <TextField
          className="field"
          value={discount}
          onChange={onDiscount}
          autoComplete="off"
          maxLength={40}
        >
          <Label>{text('details.discount')}</Label>
          <Input className="input" />
        </TextField>
      )}
      <p className="soft small">{text('details.minutes', { minutes })}</p>
      <div className="actions">
        <Button type="submit" className="button main" isDisabled={busy}>
          {text('details.keep')}
        </Button>
      </div>
    </Form>
  );
};
