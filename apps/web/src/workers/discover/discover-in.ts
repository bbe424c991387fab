import { type Accuracy, unjudged, verdictSentences } from '@zonula/care';
import { discoverApart, type Finding, type Suspects } from '@zonula/discovery';
import { conditionOf, createEvidence, type Evidence, quotedClaim } from '@zonula/evidence';
import type { Foods } from '@zonula/foods';
import { hiddenFor, mayTry, type Profile, shownDiary, triage } from '@zonula/safety';
import { type ComposeFood, type Timeline, toTimeline } from '@zonula/timeline';
import { trialOdds, withoutTrialDays } from '@zonula/trial';
import { version } from '../../version.ts';
import type { Chains } from '../chain/start-chains.ts';
import { foundKey, seed } from '../found.ts';
import { classesHeld, everyClassOf } from './classes-held.ts';
import type {
  ClaimBeside,
  DiscoverAsk,
  DiscoverProgress,
  DiscoverView,
  SuspectView,
} from './questions.ts';

export interface Tools {
  readonly foods: Foods;
  readonly compose: ComposeFood;
  readonly accuracy: Accuracy | null;
  readonly chains: Chains;
  readonly onProgress: (progress: DiscoverProgress) => void;
}

/** Days in a row that a fair test may ask for at most. */
const daysOut = 14;
const leastDays = 7;
const mostClaims = 3;
const mostReasons = 2;
/** Scores that may be chosen. */
const explained: ReadonlySet<string> = new Set(['skin', 'gut', 'symptom', 'mood']);
const fewestScores = 28;

type Claims = (id: string) => readonly ClaimBeside[];

const claimsBeside = (
  evidence: Evidence,
  foods: Foods,
  { outcome }: Suspects,
  profile: Profile,
): Claims => {
  const named = profile.conditions?.find(
    (one) => one === 'acne' || one === 'eczema' || one === 'rosacea' || one === 'psoriasis',
  );
  const isSkin = outcome?.category === 'skin';
  const condition = isSkin ? (named ?? conditionOf(outcome.name)) : null;
  return (id) => {
    const classes = classesHeld(foods, id, (probability) => probability > 0.5) ?? [];
    return evidence
      .claimsFor({ exposure: id, classes, ...(condition === null ? {} : { condition }) })
      .filter(({ conditions }) => isSkin || conditions.length === 0)
      .slice(0, mostClaims)
      .map((claim) => ({
        id: claim.id,
        claim: quotedClaim(claim),
        verdict: claim.verdict,
        certainty: claim.certainty,
        summary: claim.summary,
      }));
  };
};

/** The last day worth drawing: until the band has closed, at least a week. */
const lastDrawn = ({ curve, delayDays }: Finding): number => {
  if (curve === null) return 0;
  const size = (day: number): number =>
    Math.max(Math.abs(curve.lower[day]!), Math.abs(curve.upper[day]!));
  const largest = Math.max(...curve.mean.map((_, day) => size(day)));
  let last = curve.mean.length - 1;
  while (last > 0 && size(last) < 0.06 * largest) last--;
  const wanted = Math.max(leastDays, last + 1, Math.ceil((delayDays?.interval[1] ?? 0) + 2));
  return Math.min(wanted, curve.mean.length - 1);
};

const curveOf = (finding: Finding | null, worthwhile: number | null): SuspectView['curve'] => {
  if (finding?.curve == null || finding.curve.mean.length < 2) return null;
  const { mean, lower, upper } = finding.curve;
  const { delayDays } = finding;
  return {
    mean,
    lower,
    upper,
    days: lastDrawn(finding),
    worthwhile: worthwhile ?? 0,
    delay: delayDays === null ? null : { mean: delayDays.mean, interval: delayDays.interval },
  };
};

const nameIn = (timeline: Timeline): ((id: string) => string) => {
  const names = new Map(timeline.exposures.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
};

const unjudgedIn = (suspects: Suspects, name: (id: string) => string): DiscoverView['unjudged'] =>
  unjudged(suspects).map(({ heading, findings }) => ({
    reason: heading,
    names: findings.map(({ id }) => name(id)),
  }));

/** A diary to what is shown: verdict, suspects with their hills, evidence and gates. Pure but for the progress it tells. */
export const discoverIn = async (
  ask: DiscoverAsk,
  { foods, compose, accuracy, chains, onProgress }: Tools,
): Promise<Omit<DiscoverView, 'milliseconds'>> => {
  const { diary, profile, today, outcome, trials } = ask;
  const hidden = hiddenFor(profile);
  onProgress({ step: 'foods', share: 0.05 });
  const whole = toTimeline(shownDiary(hidden, diary), {
    ...(hidden.foods ? {} : { foods: compose }),
    ...(outcome === null ? {} : { outcome }),
    today,
  });
  const timeline = withoutTrialDays(whole, trials);
  const options = {
    version,
    seed,
    ...(trials.length > 0 && timeline.outcome !== null
      ? { trialOdds: trialOdds(trials, timeline.outcome) }
      : {}),
    onProgress: (share: number) => onProgress({ step: 'model', share: 0.1 + 0.9 * share }),
  };
  const key = foundKey(ask);
  const found = ask.found.find((one) => one.key === key) ?? {
    key,
    suspects: await discoverApart(timeline, options, chains.start),
  };
  const { suspects } = found;
  const person = { profile, diary, today };
  const leaveFor = (members: readonly string[]) => {
    const decisions = members.map((exposure) =>
      mayTry(person, {
        exposure,
        classes: everyClassOf(foods, exposure),
        days: daysOut,
        alsoOut: [],
      }),
    );
    const reasons = new Map(
      decisions.flatMap(({ reasons: why }) => why.map((one) => [one.code, one] as const)),
    );
    return { allowed: decisions.every(({ allowed }) => allowed), reasons: [...reasons.values()] };
  };
  const claims = claimsBeside(createEvidence(), foods, suspects, profile);
  const verdict = verdictSentences(suspects, timeline, leaveFor);
  const name = nameIn(timeline);
  return {
    headline: verdict.headline,
    lead: verdict.lead,
    about: verdict.about,
    answer: verdict.answer,
    suspects: verdict.suspects.map(({ suspect, finding, change, sentences }): SuspectView => {
      const gate = leaveFor(suspect.members);
      const seen = new Map(suspect.members.flatMap(claims).map((claim) => [claim.id, claim]));
      return {
        members: suspect.members,
        names: suspect.members.map(name),
        likely: suspect.verdict === 'likely',
        weak: suspect.verdict === 'possible' && suspect.probability < 0.5,
        change,
        sentences,
        next: gate.allowed ? suspect.test : '',
        shut: gate.allowed ? [] : gate.reasons.slice(0, mostReasons),
        mayTest: gate.allowed,
        curve: curveOf(finding, suspects.worthwhile),
        claims: [...seen.values()].slice(0, mostClaims),
      };
    }),
    unjudged: unjudgedIn(suspects, name),
    checks: [
      suspects.checks.leadTest.text,
      suspects.checks.shiftTest.text,
      suspects.checks.convergence.text,
    ].filter((text) => text !== ''),
    accuracy,
    foodsHidden: hidden.foods,
    outcome: timeline.outcome ?? '',
    scores: whole.outcomes
      .filter(({ category, days }) => explained.has(category) && days >= fewestScores)
      .map(({ id, days }) => ({ id, days }))
      .sort((a, b) => b.days - a.days),
    first: triage(person, version).redFlags.map(({ text }) => text),
    found,
  };
};
