import { type DatedScore, instrumentOf, scoreFromTotal } from '@zonula/care';
import { dateSchema } from '@zonula/diary';
import { InvalidArgumentError } from 'commander';

/** `poem=12@2026-03-01`. */
export const parseTotal = (text: string): DatedScore => {
  const [, id = '', total = '', date = ''] =
    /^([a-z-]+)=(\d+(?:\.\d+)?)@(.+)$/u.exec(text.trim()) ?? [];
  const instrument = instrumentOf(id);
  if (instrument === null || !dateSchema.safeParse(date).success)
    throw new InvalidArgumentError('NAME=TOTAL@DAY is needed, for example poem=12@2026-03-01.');
  const { name, min, max } = instrument;
  if (!(Number(total) >= min && Number(total) <= max))
    throw new InvalidArgumentError(`${name} goes from ${min} to ${max}.`);
  return { score: scoreFromTotal(id, Number(total), '--total'), date };
};
