import type { Foods } from '@zonula/foods';
import { answerAll } from '../answer.ts';
import { foodList, loadFoods } from '../foods/load-foods.ts';
import { diaryIn, inJournal, type OfStored, withDiary } from '../stored-diary.ts';
import { classesKept } from './classes-kept.ts';
import { classesOf, leaveFor, shut } from './leave-in.ts';
import { planIn, type Studied } from './plan-in.ts';
import type { Person, TrialFile, TrialsProgress, TrialsQuestions } from './questions.ts';
import {
  type AboutTrial,
  boxesIn,
  courseIn,
  exportIn,
  happenedIn,
  openIn,
  readTrial,
  tellIn,
} from './running-in.ts';
import { thingsIn } from './things-in.ts';

const nameOf = ({ pathname }: URL): string => pathname.split('/').at(-1)!;
const files = [new URL(import.meta.url), foodList].map(nameOf);

/** Built once for the same corrections: it takes half a second. */
let built: { readonly key: string; readonly foods: Foods } | null = null;
let studied: Studied | null = null;

const foodsFor = async ({ corrections }: Pick<Person, 'corrections'>): Promise<Foods> => {
  const key = JSON.stringify(corrections);
  if (built?.key !== key) built = { key, foods: await loadFoods(corrections) };
  return built.foods;
};

const aboutTrial = <Ask extends OfStored<Person> & { readonly file: TrialFile }>(
  ask: Ask,
): Promise<Omit<Ask, 'diary'> & AboutTrial> =>
  inJournal(ask.diary, async (journal) => {
    const trial = readTrial(ask.file);
    const { exposure, classes: said } = trial.plan;
    const { corrections } = ask;
    const foods = () => foodsFor(ask);
    const diary = await diaryIn(journal, ask.diary);
    const classes = await classesKept(journal, { files, exposure, said, corrections }, async () =>
      classesOf(await foods(), exposure, said),
    );
    return { ...ask, diary, trial, classes, foods };
  });

answerAll<TrialsQuestions, TrialsProgress>({
  things: async (person) => thingsIn(await withDiary(person)),
  gate: async (ask) => {
    const whole = await withDiary(ask);
    const decision = leaveFor(whole, await foodsFor(ask));
    return decision.allowed ? { kind: 'open' } : shut(whole, decision.reasons);
  },
  plan: async (ask, onProgress) => {
    onProgress({ step: 'foods', share: 0.02 });
    const answer = planIn(await withDiary(ask), await foodsFor(ask), studied, onProgress);
    studied = answer.studied;
    return answer.proposal;
  },
  today: async (ask) => openIn(await aboutTrial(ask)),
  course: async (ask) => courseIn(await aboutTrial(ask)),
  happened: happenedIn,
  boxes: boxesIn,
  tell: async (ask, onProgress) => {
    onProgress({ step: 'result', share: 0.1 });
    return tellIn(await aboutTrial(ask));
  },
  export: async (ask) => exportIn(await aboutTrial(ask)),
});
