import type { Journal } from '@zonula/journal';
import { type Profile, unaskedProfile } from '@zonula/safety';
import { useState } from 'react';
import { todayHere } from '../../browser.ts';
import { changeSettings } from '../../change-settings.ts';
import { i18n, type Language } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { openDiary } from '../../journal/open.ts';
import { createExampleMaker } from '../../workers/example/client.ts';
import { withAnswers } from './profile.ts';

export type ExampleState = 'idle' | 'making' | { readonly failed: string };

/** Somebody who may try everything, so that every room can be seen. */
const examplePerson: Profile = {
  ...unaskedProfile,
  conditions: ['rosacea'],
  ageBand: '18-59',
  eatingDisorder: 'never',
  pregnancy: 'no',
  weight: 'not-low',
  foodAllergies: [],
  diabetesMedicine: 'no',
  coeliacTest: 'negative',
  medicines: [],
};

/** The example person's diary with whatever is whole of it: the profile is written last, so one without is half made and goes. */
const openExample = async (): Promise<Journal> => {
  const journal = await openDiary('example', () => {});
  if ((await journal.document('profile')) !== null || (await journal.items()).length === 0)
    return journal;
  await journal.deleteEverything();
  return openDiary('example', () => {});
};

const fill = async (language: Language): Promise<void> => {
  const journal = await openExample();
  try {
    if ((await journal.document('profile')) !== null) return;
    const today = todayHere();
    const maker = createExampleMaker();
    try {
      const { entries, trial } = await maker.ask('invent', { today, language });
      await journal.add(entries);
      await changeSettings(journal, { exampleTrial: JSON.parse(JSON.stringify(trial)) });
    } finally {
      maker.stop();
    }
    await journal.put('profile', '', withAnswers(examplePerson, new Set(), today));
  } finally {
    journal.close();
  }
};

/** Opens the example person's diary, and makes it first where it is not there. */
export const useExample = () => {
  const { change } = useJournal();
  const [state, setState] = useState<ExampleState>('idle');
  const open = (): void => {
    setState('making');
    fill(i18n.locale === 'de' ? 'de' : 'en').then(
      () => change('example'),
      (error: unknown) => setState({ failed: error instanceof Error ? error.message : `${error}` }),
    );
  };
  return { open, state };
};
