import type { Entry } from '@zonula/journal';
import { Button } from 'react-aria-components';
import { dayInWords, plusDays } from '../../../days.ts';
import { Sheet } from '../../../design/sheet.tsx';
import { i18n } from '../../../i18n/i18n.ts';
import { useOnce } from '../../../journal/context.tsx';
import { mealsOf } from '../meals.ts';
import { useFoodWords } from './words.ts';

const lookBack = 60;
const mostDays = 14;

/** The meals of earlier days, the last first: one tap writes one down again. */
export const SameAsSheet = ({
  day,
  onClose,
  onChoose,
}: {
  readonly day: string;
  readonly onClose: () => void;
  readonly onChoose: (entries: readonly Entry[]) => void;
}) => {
  const says = useFoodWords();
  const earlier = useOnce(
    async (journal) => {
      const entries = await journal.range(plusDays(day, -lookBack), plusDays(day, -1));
      const days = [...new Set(entries.map(({ entry }) => entry.day))].sort().reverse();
      return days
        .map((one) => ({
          day: one,
          meals: mealsOf(entries.filter(({ entry }) => entry.day === one)),
        }))
        .filter(({ meals }) => meals.length > 0)
        .slice(0, mostDays);
    },
    [day],
  );
  const foodsOf = (foods: readonly { readonly entry: Entry }[]) =>
    foods.map(({ entry }) => entry.name).join(', ');
  return (
    <Sheet title={says('same.title')} onClose={onClose}>
      {earlier !== undefined && (
        <p className="soft small">
          {earlier.length === 0
            ? says('same.none')
            : says('same.hint', { day: dayInWords(day, i18n.locale) })}
        </p>
      )}
      {earlier?.map(({ day: one, meals }) => (
        <section key={one}>
          <h3 className="small-heading">{dayInWords(one, i18n.locale)}</h3>
          <ul className="suggestions">
            {meals.map(({ time, foods }) => (
              <li key={time ?? 'untimed'}>
                <Button
                  className="suggestion"
                  onPress={() => onChoose(foods.map(({ entry }) => entry))}
                >
                  {time === null
                    ? says('same.untimed', { foods: foodsOf(foods) })
                    : says('same.meal', { time, foods: foodsOf(foods) })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
};
