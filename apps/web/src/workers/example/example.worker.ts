import { simulatePerson } from '@zonula/axis';
import type { Entry } from '@zonula/journal';
import { daysFrom, plusDays } from '../../days.ts';
import { answerAll } from '../answer.ts';
import type { ExampleQuestions } from './questions.ts';

/** Somebody whose skin reacts to cocoa; nothing else of their life is set. */
const person = {
  seed: 3,
  index: 2,
  days: 365,
  scenario: {
    condition: 'rosacea',
    triggers: [{ class: 'cocoa', gut: 8, direct: 10 }],
    settings: { gut_arrow: 1 },
    noise: { spread: 0.2, memoryDays: 2 },
    events: [],
  },
} as const;

answerAll<ExampleQuestions>({
  invent: ({ today }) => {
    const { diary } = simulatePerson({
      ...person,
      scenario: {
        ...person.scenario,
        triggers: [...person.scenario.triggers],
        events: [...person.scenario.events],
      },
    });
    const last = diary.observations.at(-1)?.date ?? today;
    const shift = daysFrom(last, today);
    const entries = diary.observations.map(({ date, category, name, ...rest }): Entry => {
      const scale = diary.scales.get(`${category}/${name}`);
      return {
        ...rest,
        day: plusDays(date, shift),
        category,
        name,
        source: 'example',
        ...(scale === undefined ? {} : { scale: { min: scale.min, max: scale.max } }),
      };
    });
    return { entries, condition: person.scenario.condition };
  },
});
