import { type ReactNode, useId } from 'react';

export interface Step {
  readonly value: number;
  readonly words: ReactNode;
  /** Lies below what is chosen, on a scale of amounts. */
  readonly under: boolean;
}

/**
 * Steps of a scale, side by side, one of which can be chosen. Plain radio buttons: the browser brings the arrow keys, and a screen full of them
 * is drawn at once.
 */
export const Steps = ({
  steps,
  chosen,
  onChoose,
}: {
  readonly steps: readonly Step[];
  readonly chosen: number | null;
  readonly onChoose: (value: number) => void;
}) => {
  const group = useId();
  return (
    <div className="steps">
      {steps.map(({ value, words, under }) => (
        <label
          key={value}
          className={`step${under ? ' under' : ''}`}
          data-selected={value === chosen || undefined}
        >
          <input
            className="visually-hidden"
            type="radio"
            name={group}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {words}
        </label>
      ))}
    </div>
  );
};
