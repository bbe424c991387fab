import type { StoredEntry } from '@zonula/journal';
import { hiddenFor } from '@zonula/safety';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { foodLanguage } from '../../food-language.ts';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useLive } from '../../journal/context.tsx';
import { reuse } from '../../journal/reuse.ts';
import { settingsOf, trackedIn } from '../../settings.ts';
import { trackedFor } from '../../tracked.ts';
import { useToday } from '../../use-today.ts';
import { foodReader } from '../../workers/foods/client.ts';
import { AlsoRow } from './also-row.tsx';
import { DaySwitch } from './day-switch.tsx';
import { FoodBox } from './food-box.tsx';
import { FoodList } from './food-list.tsx';
import { MealTimeChoice, useMealTime } from './meal-time.tsx';
import { ScoreGroup } from './score-group.tsx';
import { useCorrections } from './use-corrections.ts';
import { useDay, useMoment } from './use-moment.ts';
import { UsualFoods } from './usual-foods.tsx';
import { isWholeDay, WholeDay } from './whole-day.tsx';

const ChooseSheet = lazy(async () => ({
  default: (await import('./choose-sheet.tsx')).ChooseSheet,
}));

const RaisedQuestions = lazy(async () => ({
  default: (await import('./raised-questions.tsx')).RaisedQuestions,
}));

const TodayTrial = lazy(async () => ({
  default: (await import('../trials/today-card.tsx')).TodayTrial,
}));

/** The same list as before as long as it holds the same writings. */
const useSame = (list: readonly StoredEntry[]): readonly StoredEntry[] => {
  const before = useRef(list);
  before.current = reuse(before.current, list);
  return before.current;
};

const laterMs = 1000;

/** False at first: what can wait does not hold up the first drawing of the room. */
const useLater = (): boolean => {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), laterMs);
    return () => clearTimeout(timer);
  }, []);
  return later;
};

/** The day: what was eaten, how skin and gut are, sleep and stress. Nothing here shows how it went before. */
export const TodayRoom = () => {
  const text = useText();
  const today = useToday();
  const day = useDay();
  const moment = useMoment();
  const { at, setAt, mealMoment } = useMealTime(moment);
  const version = useCorrections();
  const entries = useLive((journal) => journal.day(day), [day]);
  const profile = useLive((journal) => journal.document('profile'), []);
  const country = profile?.country ?? null;
  useLayoutEffect(() => {
    foodReader
      .ask('language', foodLanguage(i18n.locale, country))
      .catch((error: unknown) => console.warn('the food list did not start:', error));
  }, [country]);
  const foodsHidden = profile ? hiddenFor(profile).foods : false;
  const foods = useSame((entries ?? []).filter(({ entry }) => entry.category === 'food'));
  const isWhole = entries?.some(isWholeDay) ?? false;
  const settings = useLive(settingsOf, []);
  const groups = useMemo(
    () => trackedFor(profile?.conditions ?? [], trackedIn(settings)),
    [profile, settings],
  );
  const later = useLater();
  const [choosing, setChoosing] = useState(false);
  const trials = useLive((journal) => journal.documents('trial'), []);
  return (
    <div className="room today">
      <DaySwitch day={day} />
      {later && entries !== undefined && profile && (
        <Suspense fallback={null}>
          <RaisedQuestions profile={profile} day={day} entries={entries} today={today} />
        </Suspense>
      )}
      {trials !== undefined && trials.length > 0 && day === today && (
        <Suspense fallback={null}>
          <TodayTrial />
        </Suspense>
      )}
      {foodsHidden ? (
        <p className="question-block soft">{text('today.food.hidden')}</p>
      ) : (
        <section className="question-block" aria-labelledby="question-food">
          <h2 id="question-food">{text('today.food.question')}</h2>
          <FoodBox moment={mealMoment} version={version} />
          <MealTimeChoice at={at} onChange={setAt} moment={moment} />
          <FoodList foods={foods} />
          {entries !== undefined && <UsualFoods moment={mealMoment} written={foods} />}
          <WholeDay isWhole={isWhole} ate={foods.length > 0} moment={moment} />
          <p className="soft small">{text('today.food.notAllergy')}</p>
        </section>
      )}
      {entries !== undefined &&
        settings !== undefined &&
        groups.map((group) => (
          <ScoreGroup key={`${day}-${group.id}`} group={group} entries={entries} moment={moment} />
        ))}
      {entries !== undefined && (
        <AlsoRow key={day} entries={entries} moment={moment} foodsHidden={foodsHidden} />
      )}
      <Button className="button plain more" onPress={() => setChoosing(true)}>
        {text('today.choose')}
      </Button>
      {choosing && (
        <Suspense fallback={null}>
          <ChooseSheet groups={groups} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </div>
  );
};
