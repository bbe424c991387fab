import { i18n, useText } from '../../i18n/i18n.ts';
import type { DiscoverView } from '../../workers/discover/questions.ts';

const columns = 25;

const inHundred = (rate: number): string =>
  new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(rate * 100);

/** One hundred diaries in which nothing is true; the accused ones are filled squares. */
const Hundred = ({ rate, label }: { readonly rate: number; readonly label: string }) => {
  const accused = rate > 0 ? Math.max(1, Math.round(rate * 100)) : 0;
  return (
    <svg className="hundred" viewBox="0 0 300 48" role="img" aria-label={label}>
      {Array.from({ length: 100 }, (_, place) => {
        const [x, y] = [6 + (place % columns) * 12, 6 + Math.floor(place / columns) * 12];
        return place < accused ? (
          <rect key={place} className="accused" x={x - 4} y={y - 4} width="8" height="8" />
        ) : (
          <circle key={place} className="innocent" cx={x} cy={y} r="1.600" />
        );
      })}
    </svg>
  );
};

/** How often the method accuses something where nothing is true; on the page of every answer. */
export const AccuracyNote = ({ accuracy }: { readonly accuracy: DiscoverView['accuracy'] }) => {
  const text = useText();
  if (accuracy === null) return null;
  const { nulls, accused, rate, comparators } = accuracy;
  const ours = text('discover.accuracy', { nulls, accused, rate: inHundred(rate) });
  const plain = comparators[0];
  return (
    <section className="accuracy">
      <h2>{text('discover.accuracy.title')}</h2>
      <p>{ours}</p>
      <Hundred rate={rate} label={ours} />
      {plain !== undefined && (
        <>
          <p>{text('discover.accuracy.compare', { rate: inHundred(plain.rate) })}</p>
          <Hundred
            rate={plain.rate}
            label={text('discover.accuracy.compare', { rate: inHundred(plain.rate) })}
          />
        </>
      )}
      <p className="soft">{text('discover.accuracy.misses')}</p>
    </section>
  );
};
