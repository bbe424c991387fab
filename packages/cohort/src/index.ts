export { type Differences, differencesOf, ownDifference } from './within-between/differences.ts';
export { momentsOf, noDays, type PersonMoments, withDay } from './within-between/moments.ts';
export { type SignedRank, signedRank } from './within-between/signed-rank.ts';
export {
  type WithinBetween,
  type WithinBetweenOptions,
  withinBetween,
} from './within-between/within-between.ts';
