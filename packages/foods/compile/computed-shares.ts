import type { FoodsAsset } from '../src/assets.ts';
import { readClassItems } from '../src/class-items.ts';
import { type NutrientKey, nutrientKeys } from '../src/nutrients.ts';
import type { ClassShare } from '../src/tables.ts';
import type { Profile } from './references.ts';

const at = (profile: Profile, key: NutrientKey): number => profile[nutrientKeys.indexOf(key)]!;

/** Grams in 100 g that are neither water nor ash, 0 to 100; 100 where it is not known. */
export const dryOf = (profile: Profile | undefined): number => {
  if (profile === undefined) return 100;
  const dry =
    at(profile, 'protein_g') +
    at(profile, 'fat_g') +
    at(profile, 'carbohydrate_g') +
    (at(profile, 'alcohol_g') || 0);
  return Number.isNaN(dry) ? 100 : Math.min(100, Math.round(dry));
};

/** Available carbohydrate in a gram: by difference, less fibre (FAO 2003). Not a number where it is not known. */
const availableIn = (profile: Profile): number =>
  (at(profile, 'carbohydrate_g') - at(profile, 'fibre_g')) / 100;

/** Below so little fibre in a gram it is not told. */
const leastFibre = 0.003;

const itemOf = ({ key, share, probability }: ClassShare): string =>
  `${key}${share < 1 ? `=${Number(share.toPrecision(2))}` : ''}${probability < 1 ? `~${probability}` : ''}`;

/**
 * Puts numbers to what the hand-kept table only names: of every ingredient the fibre and the dry matter, and, where its
 * carbohydrate is digested quickly, the grams of available carbohydrate in a gram; all from SR28. Where SR28 has no
 * amounts, the shares of the table stay.
 * @param profiles amounts in 100 g by ingredient code
 */
export const withComputedShares = (
  asset: FoodsAsset,
  profiles: ReadonlyMap<number, { readonly profile: Profile }>,
): FoodsAsset => {
  const classes = asset.ingredientClasses.split('\n').map((items, i) => {
    const profile = profiles.get(asset.ingredientCodes[i]!)?.profile;
    if (profile === undefined) return items;
    const available = availableIn(profile);
    const fibre = at(profile, 'fibre_g') / 100;
    const named = readClassItems(items).map((item) =>
      item.key === 'high-glycaemic' && available > 0.01
        ? { ...item, share: Math.min(1, available) }
        : item,
    );
    const known = !Number.isNaN(fibre);
    const others = known ? named.filter(({ key }) => key !== 'fibre') : named;
    if (fibre >= leastFibre)
      others.push({ key: 'fibre', share: Math.min(1, fibre), probability: 1 });
    return others.map(itemOf).join(' ');
  });
  return {
    ...asset,
    ingredientClasses: classes.join('\n'),
    ingredientDry: asset.ingredientCodes.map((code) => dryOf(profiles.get(code)?.profile)),
  };
};
