import type { Suspect } from '@zonula/discovery';
import type { Sentence } from './sentence.ts';

export const isMedicine = (id: string): boolean => id.startsWith('medication/');

/** Whether nothing may be suggested about it: no test, no chance, no other days. */
export const hasMedicine = ({ members }: Pick<Suspect, 'members'>): boolean =>
  members.some(isMedicine);

export const keepMedicine: Sentence = [
  'Keep taking a medicine as agreed; talk with whoever prescribed it before anything changes.',
];
