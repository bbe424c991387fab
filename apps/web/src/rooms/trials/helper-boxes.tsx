import type { TrialPlan } from '@zonula/trial';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { saveFile } from '../../browser.ts';
import { useText } from '../../i18n/i18n.ts';
import { nameOf, type TrialDocument } from './trial-document.ts';
import type { TrialsWorker } from './use-trials.ts';
import { useTrialsWords } from './words.ts';

/** How a trial goes whose order somebody else keeps. */
export const HelperWords = ({ plan }: { readonly plan: TrialPlan }) => {
  const text = useTrialsWords();
  const boxes = plan.schedule.filter(({ block }) => block !== null).length;
  return (
    <>
      <p>{text('box.fill', { boxes })}</p>
      <p>{text('box.unseen')}</p>
      <p>{text('box.log', { name: nameOf(plan.exposure) })}</p>
    </>
  );
};

/** The sheet for whoever fills the boxes. */
export const HelperBoxes = ({
  trial: { file },
  plan,
  workerOf,
}: {
  readonly trial: TrialDocument;
  readonly plan: TrialPlan;
  readonly workerOf: TrialsWorker;
}) => {
  const text = useTrialsWords();
  const app = useText();
  const [failed, setFailed] = useState<string | null>(null);
  const name = nameOf(plan.exposure);
  const save = async (): Promise<void> => {
    try {
      const sheet = await workerOf().ask('boxes', {
        file,
        words: {
          head: [text('box.head'), text('box.from'), text('box.to'), text('box.holds')],
          with: name,
          without: text('box.look-alikes', { name }),
        },
      });
      saveFile('helper.csv', 'text/csv', sheet);
      setFailed(null);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : `${error}`);
    }
  };
  return (
    <section className="leaf stack">
      <h2>{text('box.title')}</h2>
      <HelperWords plan={plan} />
      <div className="actions">
        <Button className="button" onPress={() => void save()}>
          {text('box.save')}
        </Button>
      </div>
      {failed !== null && <p role="alert">{app('app.failed', { message: failed })}</p>}
    </section>
  );
};
