import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDeskWords } from './words.ts';

/** Taking something out of what is offered, asked twice. */
export const Withdraw = ({
  says,
  busy,
  onWithdraw,
}: {
  /** What happens then. */
  readonly says: string;
  readonly busy: boolean;
  readonly onWithdraw: () => void;
}) => {
  const text = useDeskWords();
  const [asked, setAsked] = useState(false);
  return (
    <section className="stack tight desk-withdraw">
      <p className="soft">{says}</p>
      <div className="actions">
        {asked ? (
          <>
            <Button
              className="button main"
              isDisabled={busy}
              autoFocus
              onPress={() => {
                setAsked(false);
                onWithdraw();
              }}
            >
              {text('withdraw.sure')}
            </Button>
            <Button className="button" onPress={() => setAsked(false)}>
              {text('withdraw.not')}
            </Button>
          </>
        ) : (
          <Button className="button" onPress={() => setAsked(true)}>
            {text('withdraw')}
          </Button>
        )}
      </div>
    </section>
  );
};
