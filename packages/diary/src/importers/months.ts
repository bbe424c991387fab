// Month names in the languages in which diary apps write dates. Data; folded as in vocabulary.ts.
import { fold } from './vocabulary.ts';

const names: readonly string[] = [
  'january jan januar gennaio enero janvier janeiro januari styczen',
  'february feb februar febbraio febrero fevrier fevereiro februari luty',
  'march mar marz marzo mars marco maart marzec',
  'april apr aprile abril avril kwiecien',
  'may mai maggio mayo maio mei maj',
  'june jun juni giugno junio juin junho czerwiec',
  'july jul juli luglio julio juillet julho lipiec',
  'august aug agosto aout augustus sierpien',
  'september sep sept settembre septiembre septembre setembro wrzesien',
  'october oct oktober okt ottobre octubre octobre outubro pazdziernik',
  'november nov novembre noviembre novembro listopad',
  'december dec dezember dez dicembre diciembre decembre dezembro grudzien',
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)),
);

/** 1 to 12, or null when the word is no month. */
export const monthOf = (word: string): number | null => months.get(fold(word)) ?? null;
