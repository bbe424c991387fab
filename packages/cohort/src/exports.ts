export {
  analyseCohort,
  type CohortAnalysis,
  type CohortOptions,
  createPooling,
  type PersonalEffect,
  type PooledExposure,
  type PooledExposures,
  type Pooling,
  type UnderPrior,
} from './analyse-cohort.ts';
export {
  analysePerson,
  type PersonOptions,
  type PersonResult,
  personResultSchema,
} from './analyse-person.ts';
export { type Heterogeneity, heterogeneityOf } from './heterogeneity.ts';
export { type Consent, consentSchema, readConsents } from './intake/consent.ts';
export { type Invitation, invitationSchema, readInvitation } from './intake/invitation.ts';
export { readShare, type Share, shareSchema, writeShare } from './intake/share.ts';
export type { Estimate } from './mixture/describe.ts';
export {
  type EffectLikelihood,
  logBayesFactor,
  normalLikelihood,
  type SlabPosterior,
  withoutSlab,
} from './mixture/effect-likelihood.ts';
export { type DelayOfPerson, fitDelay, type PooledDelay } from './mixture/fit-delay.ts';
export {
  fitMixture,
  type MixtureOptions,
  type MixturePosterior,
  type PersonPosterior,
  probabilityBeyond,
} from './mixture/fit-mixture.ts';
export {
  type MixturePrior,
  openPrior,
  referencePrior,
  scepticalPrior,
  threePriors,
} from './mixture/prior.ts';
export { claimsWithin, type Question } from './multiplicity.ts';
export {
  type Contrast,
  contrastOf,
  type PooledCohort,
  type PooledPersons,
  poolPersons,
} from './pool-persons.ts';
export { contrastsCsv, exposuresCsv } from './report/csv.ts';
export { methodsText, smallEffects } from './report/methods.ts';
export { type PersonalFinding, personalCsv } from './report/personal.ts';
export {
  type Release,
  type ReleasedContrast,
  type ReleasedExposure,
  releaseOf,
} from './report/release.ts';
export { type Study, unrecordedWording } from './report/study.ts';
export { type EffectSummary, effectSummarySchema } from './summary/effect-summary.ts';
export { type DiscoveryOfPerson, summariseDiscovery } from './summary/from-discovery.ts';
export { summariseTrial, type TrialOfPerson } from './summary/from-trial.ts';
export { type Differences, differencesOf, ownDifference } from './within-between/differences.ts';
export { momentsOf, noDays, type PersonMoments, withDay } from './within-between/moments.ts';
export { type SignedRank, signedRank } from './within-between/signed-rank.ts';
export {
  type WithinBetween,
  type WithinBetweenOptions,
  withinBetween,
} from './within-between/within-between.ts';
