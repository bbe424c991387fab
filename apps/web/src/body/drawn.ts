import { type Place, places, type View } from './places.ts';
import { drawings } from './shapes.ts';

/** A place as it is drawn. Pictures are as in a mirror, or from behind: your left is on the left. */
export interface Drawn {
  /** Null: the way to the drawing of the face. */
  readonly place: Place | null;
  readonly shapes: readonly { readonly path: string; readonly mirrored: boolean }[];
  /** Where its mark stands. */
  readonly at: readonly [x: number, y: number];
  /** It lies on other places, whose marks end where it begins. */
  readonly above?: true;
}

const find = (view: View, words: string, side: Place['side']): Place | null =>
  places.find((one) => one.view === view && one.words === words && one.side === side) ?? null;

/** The places of a view, in the order of reading. */
export const drawnIn = (view: View): readonly Drawn[] => {
  const { width, zones } = drawings[view];
  return zones.flatMap(({ words, kind, path, at }): readonly Drawn[] => {
    const here = { path, mirrored: false };
    const there = { path, mirrored: true };
    const whole = find(view, words, null);
    if (kind === 'door') return [{ place: null, shapes: [here], at }];
    if (kind === 'whole') return [{ place: whole, shapes: [here], at }];
    if (kind === 'twice') return [{ place: whole, shapes: [here, there], at, above: true }];
    return [
      { place: find(view, words, 'left'), shapes: [there], at: [width - at[0], at[1]] },
      { place: find(view, words, 'right'), shapes: [here], at },
    ];
  });
};

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The place that lies next in a direction, the nearest and straightest; the same one where there is none. */
export const nextInDirection = (drawn: readonly Drawn[], from: number, arrow: Arrow): number => {
  const [x, y] = drawn[from]!.at;
  const scored = drawn.map(({ at: [toX, toY] }, index) => {
    const [dx, dy] = [toX - x, toY - y];
    const ahead =
      arrow === 'ArrowUp' ? -dy : arrow === 'ArrowDown' ? dy : arrow === 'ArrowLeft' ? -dx : dx;
    const aside = arrow === 'ArrowUp' || arrow === 'ArrowDown' ? Math.abs(dx) : Math.abs(dy);
    return { index, cost: ahead > 1 ? ahead + 2 * aside : Number.POSITIVE_INFINITY };
  });
  const best = scored.reduce((a, b) => (b.cost < a.cost ? b : a));
  return best.cost === Number.POSITIVE_INFINITY ? from : best.index;
};
