import type { ReactNode } from 'react';
import {
  Checkbox,
  CheckboxGroup,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';

/** One line of text, a number or an amount as it is typed. */
export const Line = ({
  label,
  value,
  onChange,
  problem = null,
  hint,
  type = 'text',
  numeric = false,
  most = 120,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it; null while nothing is. */
  readonly problem?: string | null;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time';
  readonly numeric?: boolean;
  readonly most?: number;
}) => (
  <TextField
    className="field"
    type={type}
    value={value}
    onChange={onChange}
    isInvalid={problem !== null}
    {...(type === 'text' || type === 'email' || type === 'tel' ? { maxLength: most } : {})}
    {...(numeric ? { inputMode: 'decimal' as const } : {})}
    validationBehavior="aria"
    autoComplete="off"
  >
    <Label>{label}</Label>
    <Input className={numeric ? 'input number' : 'input'} />
    {hint !== undefined && (
      <Text slot="description" className="soft small">
        {hint}
      </Text>
    )}
    <FieldError className="problem">{problem}</FieldError>
  </TextField>
);

/** Text of several lines. */
export const Prose = ({
  label,
  value,
  onChange,
  most,
  problem = null,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly most: number;
  readonly problem?: string | null;
}) => (
  <TextField
    className="field"
    value={value}
    onChange={onChange}
    maxLength={most}
    isInvalid={problem !== null}
    validationBehavior="aria"
  >
    <Label>{label}</Label>
    <TextArea className="input prose-field" rows={3} />
    <FieldError className="problem">{problem}</FieldError>
  </TextField>
);

/** Any number of some things. */
export const Several = ({
  label,
  choices,
  value,
  onChange,
  problem = null,
}: {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly problem?: string | null;
}) => (
  <CheckboxGroup
    className="field"
    value={[...value]}
    onChange={onChange}
    isInvalid={problem !== null}
    validationBehavior="aria"
  >
    <Label className="label">{label}</Label>
    <div className="choices">
      {choices.map(({ id, name }) => (
        <Checkbox key={id} value={id} className="choice">
          {name}
        </Checkbox>
      ))}
    </div>
    <FieldError className="problem">{problem}</FieldError>
  </CheckboxGroup>
);

/** One of some things, in a row of its own. */
export const Choose = ({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Options. */
  readonly children: ReactNode;
}) => (
  <label className="field">
    <span className="label">{label}</span>
    <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
      {children}
    </select>
  </label>
);
