import { useState } from 'react';
import { Button, Checkbox, Form, Input, Label, TextField } from 'react-aria-components';
import { looksLikeEmail } from './details.tsx';
import { useClinicWords } from './words.ts';

/** An address, a box that nobody has ticked, and a button that waits for both. */
export const EmailForm = ({
  name,
  agree,
  send,
  busy,
  onSend,
}: {
  /** Whose address it is, where that is asked. */
  readonly name?: { readonly value: string; readonly onChange: (value: string) => void };
  /** The words beside the box. */
  readonly agree: string;
  /** What the button says. */
  readonly send: string;
  readonly busy: boolean;
  readonly onSend: (email: string) => void;
}) => {
  const text = useClinicWords();
  const [email, setEmail] = useState('');
  const [agreed, setAgreed] = useState(false);
  const ready = agreed && looksLikeEmail(email.trim()) && name?.value.trim() !== '';
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSend(email.trim());
      }}
    >
      {name !== undefined && (
        <TextField
          className="field"
          value={name.value}
          onChange={name.onChange}
          autoComplete="name"
          maxLength={120}
        >
          <Label>{text('details.name')}</Label>
          <Input className="input" />
        </TextField>
      )}
      <TextField
        className="field"
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="email"
        maxLength={254}
        validationBehavior="aria"
      >
        <Label>{text('details.email')}</Label>
        <Input className="input" />
      </TextField>
      <Checkbox className="choice" isSelected={agreed} onChange={setAgreed}>
        <span>{agree}</span>
      </Checkbox>
      <div className="actions">
        <Button type="submit" className="button" isDisabled={busy || !ready}>
          {send}
        </Button>
      </div>
    </Form>
  );
};
