import type { FoodResolution } from '@zonula/journal';
import { Button } from 'react-aria-components';
import { useName, useText } from '../../i18n/i18n.ts';
import { shownAmount } from '../../units.ts';
import { classesToShow } from './entries.ts';

const mostClasses = 3;
/** From here on nine of ten such answers have all allergens right. */
const sureFrom = 0.8;

const portionWords = (servings: number): string =>
  servings === 0.5 ? '½' : servings === 1 ? '' : `${servings} ×`;

/** A food as it was understood: tap to change it. */
export const FoodChip = ({
  words,
  resolution,
  servings,
  unread = false,
  onPress,
}: {
  readonly words: string;
  readonly resolution: FoodResolution | null;
  readonly servings: number;
  /** Not read at all, such as an import: neither known nor doubtful. */
  readonly unread?: boolean;
  readonly onPress: () => void;
}) => {
  const text = useText();
  const name = useName();
  const sure = (resolution?.confidence ?? 0) >= sureFrom;
  const classes = resolution === null ? [] : classesToShow(resolution);
  const shown = classes.slice(0, mostClasses).map((key) => name('class', key));
  const rest = classes.length - shown.length;
  const grams = shownAmount((resolution?.grams ?? 0) * servings);
  const looks = resolution === null ? (unread ? '' : ' unknown') : sure ? '' : ' unsure';
  return (
    <Button className={`chip${looks}`} onPress={onPress}>
      <span className="visually-hidden">{`${text('today.food.change')} `}</span>
      <span className="chip-name">
        {portionWords(servings)} {words}
        {resolution !== null && !sure && <span className="chip-doubt">{' ?'}</span>}
      </span>
      {resolution !== null && (
        <span className="chip-classes">
          {[
            text(`today.chip.${grams.unit}`, { amount: grams.amount }),
            ...shown,
            ...(rest > 0 ? [`+${rest}`] : []),
          ].join(' · ')}
        </span>
      )}
    </Button>
  );
};
