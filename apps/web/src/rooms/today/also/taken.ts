/** What somebody took or put on, as they wrote it. */
export interface Taken {
  readonly name: string;
  /** 1 where no amount was written. */
  readonly value: number;
  readonly unit: string | null;
}

const units =
  'mg|g|µg|μg|mcg|ug|ml|iu|ie|%|tablets?|tabletten?|pills?|capsules?|kapseln?|drops?|tropfen|puffs?|sprays?|hübe?|x';
const behind = new RegExp(`^(.+?)[\\s,]+(\\d+(?:[.,]\\d+)?)\\s*(${units})\\.?$`, 'iu');
const before = new RegExp(`^(\\d+(?:[.,]\\d+)?)\\s*(${units})\\.?\\s+(?:of\\s+)?(.+)$`, 'iu');

const found = (name: string, amount: string, unit: string): Taken | null => {
  const value = Number(amount.replace(',', '.'));
  if (!Number.isFinite(value) || value <= 0) return null;
  // A strength is part of what it is; twice of it is an amount.
  if (unit === '%') return null;
  return { name: name.trim(), value, unit: unit.toLowerCase() === 'x' ? null : unit };
};

/** "zinc 15 mg" is 15 mg of zinc, "2 tablets ibuprofen" are 2 tablets; anything else is once what it says. */
export const takenIn = (words: string): Taken => {
  const text = words.trim().replace(/\s+/gu, ' ');
  const last = behind.exec(text);
  const first = before.exec(text);
  const read =
    (last && found(last[1]!, last[2]!, last[3]!)) ??
    (first && found(first[3]!, first[1]!, first[2]!));
  return read ?? { name: text, value: 1, unit: null };
};
