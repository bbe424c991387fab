import { Button } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { dayInWords } from '../../days.ts';
import { i18n } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { useSettingsWords } from './words.ts';

const most = 5;

/** What was brought in before, to be taken back in one go however long ago. */
export const Imports = () => {
  const text = useSettingsWords();
  const { journal, announce } = useJournal();
  const imports = useLive((open) => open.imports(), []);
  if (imports === undefined || imports.length === 0) return null;
  const takeBack = async (seq: number): Promise<void> => {
    const undone = await journal.undo(seq);
    announce(text('imports.taken', { count: undone?.changed ?? 0 }), false);
  };
  return (
    <div className="imports">
      <h4>{text('imports.title')}</h4>
      <ul>
        {imports.slice(0, most).map(({ seq, count, at }) => {
          const day = dayInWords(todayHere(new Date(at)), i18n.locale, {
            day: 'numeric',
            month: 'long',
            year: 'numeric',
          });
          return (
            <li key={seq}>
              <span>{text('imports.one', { count, day })}</span>
              <Button
                className="button"
                aria-label={text('imports.backOf', { count, day })}
                onPress={() => void takeBack(seq)}
              >
                {text('imports.back')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
