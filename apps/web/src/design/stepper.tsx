import './stepper.css';
import { Button, Group } from 'react-aria-components';

/** A value that goes down and up by one step. */
export const Stepper = ({
  label,
  value,
  less,
  more,
  onLess,
  onMore,
}: {
  readonly label: string;
  readonly value: string;
  /** What the buttons do, in words. */
  readonly less: string;
  readonly more: string;
  /** Null at the end. */
  readonly onLess: (() => void) | null;
  readonly onMore: (() => void) | null;
}) => (
  <Group className="stepper" aria-label={label}>
    <Button
      className="button round"
      aria-label={less}
      isDisabled={onLess === null}
      onPress={() => onLess?.()}
    >
      <svg viewBox="0 0 24 24" className="stepper-sign" aria-hidden="true">
        <path d="M6 12h12" />
      </svg>
    </Button>
    <output className="stepper-value">{value}</output>
    <Button
      className="button round"
      aria-label={more}
      isDisabled={onMore === null}
      onPress={() => onMore?.()}
    >
      <svg viewBox="0 0 24 24" className="stepper-sign" aria-hidden="true">
        <path d="M6 12h12M12 6v12" />
      </svg>
    </Button>
  </Group>
);
