import type { Category } from '@zonula/diary';
import type { Person } from './assess.ts';
import { mentionsOf } from './entries.ts';

/** Something that was taken and is worth a word; it asks nothing and blocks nothing. */
export interface Notice {
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly string[];
}

interface NoticeRule extends Notice {
  readonly pattern: RegExp;
  /** Categories of the diary in which it counts. */
  readonly categories: readonly Category[];
}

export const noticeRules: readonly NoticeRule[] = [
  {
    id: 'oral-aloe',
    text: 'You wrote down aloe to eat or drink. Products of the whole leaf or the latex can do harm. Ask a pharmacist or a doctor before you take more.',
    evidence: ['B48'],
    pattern: /\baloe\b/iu,
    categories: ['food', 'supplement', 'medication'],
  },
  {
    id: 'high-dose-supplement',
    text: 'You wrote down a supplement in a high dose. High doses can do harm. Ask a pharmacist or a doctor whether it is safe for you.',
    evidence: [],
    pattern: /\b(?:high|mega|extra)[- ]?(?:dose|strength|dosage)\b|\b\d{2,3}[,. ]?000 ?iu\b/iu,
    categories: ['supplement', 'medication'],
  },
  {
    id: 'nsaid',
    text: 'You wrote down a painkiller such as ibuprofen. For hours it can make the gut wall let more through. Keep it in mind when you look at those days. Take what a doctor told you to take.',
    evidence: ['A19'],
    pattern:
      /\b(?:nsaids?|ibuprofen|nurofen|advil|naproxen|aleve|diclofenac|indomethacin|indometacin|aspirin|ketoprofen|celecoxib)\b/iu,
    categories: ['medication', 'habit', 'note', 'supplement'],
  },
  {
    id: 'antibiotic',
    text: 'You wrote down an antibiotic. When it began, your gut and skin may have changed for that reason, not because of food. Take it as agreed.',
    evidence: [],
    pattern:
      /\b(?:antibiotics?|antibiotik(?:um|a)|amoxicillin|penicillin|azithromycin|erythromycin|clarithromycin|clindamycin|tetracycline|doxycycline|lymecycline|minocycline|metronidazole|rifaximin)\b/iu,
    categories: ['medication', 'habit', 'note'],
  },
];

/** Notices on what the diary of the last `days` days, or the list of medicines, holds. */
export const noticesOf = ({ profile, diary, today }: Person, since: string): readonly Notice[] =>
  noticeRules
    .filter(({ id, pattern, categories }) => {
      if (profile.medicines?.some((name) => pattern.test(name))) return true;
      const taken = (diary?.observations ?? [])
        .filter(({ category, value }) => categories.includes(category) && value !== 0)
        // Taken things count by their name, also foods.
        .map((one) => ({ ...one, category: 'medication' as const }));
      return (
        mentionsOf({ observations: taken }, [{ label: id, pattern }], { since, today }).length > 0
      );
    })
    .map(({ id, text, evidence }) => ({ id, text, evidence }));
