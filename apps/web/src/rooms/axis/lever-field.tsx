import { useId } from 'react';
import { type Lever, leverRanges } from './play.ts';
import { useAxisWords } from './words.ts';

/** One thing that can be moved, with its amount in words. */
export const LeverField = ({
  lever,
  amount,
  onMove,
}: {
  readonly lever: Lever;
  readonly amount: number;
  readonly onMove: (amount: number) => void;
}) => {
  const { text } = useAxisWords();
  const id = useId();
  const [min, max, step] = leverRanges[lever];
  const said = text(`amount.${lever}`, { amount });
  return (
    <div className="lever">
      <label htmlFor={id}>{text(`lever.${lever}`)}</label>
      <output htmlFor={id}>{said}</output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={amount}
        aria-valuetext={said}
        onChange={({ target }) => onMove(Number(target.value))}
      />
    </div>
  );
};
