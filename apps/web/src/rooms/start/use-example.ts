import { unaskedProfile } from '@zonula/safety';
import { useState } from 'react';
import { todayHere } from '../../browser.ts';
import { useJournal } from '../../journal/context.tsx';
import { openDiary } from '../../journal/open.ts';
import { createExampleMaker } from '../../workers/example/client.ts';

export type ExampleState = 'idle' | 'making' | { readonly failed: string };

const fill = async (): Promise<void> => {
  const journal = await openDiary('example', () => {});
  try {
    if ((await journal.document('profile')) !== null) return;
    const maker = createExampleMaker();
    try {
      const { entries } = await maker.ask('invent', { today: todayHere() });
      await journal.add(entries);
    } finally {
      maker.stop();
    }
    await journal.put('profile', '', {
      ...unaskedProfile,
      conditions: ['rosacea'],
      ageBand: '18-59',
      eatingDisorder: 'never',
    });
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
    fill().then(
      () => change('example'),
      (error: unknown) => setState({ failed: error instanceof Error ? error.message : `${error}` }),
    );
  };
  return { open, state };
};
