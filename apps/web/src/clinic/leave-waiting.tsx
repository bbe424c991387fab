import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Failed } from './failed.tsx';
import type { Waiting } from './links.ts';
import { leaveWaiting } from './server.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

/** For whoever comes by the link of a mail: programs that look into mails follow links, but press no button. */
export const LeaveWaiting = ({
  waiting: { id, token },
  onLeave,
}: {
  readonly waiting: Waiting;
  readonly onLeave: () => void;
}) => {
  const text = useClinicWords();
  const [left, setLeft] = useState(false);
  const { busy, failure, run } = useTask();
  return (
    <div className="stack">
      <h1>{text('waiting.leave.title')}</h1>
      <p role="status" className="lead">
        {left ? text('waiting.left') : ''}
      </p>
      <Failed failure={failure} acted />
      <div className="actions">
        {!left && (
          <Button
            className="button main"
            isDisabled={busy}
            onPress={() =>
              run(async () => {
                await leaveWaiting(id, token);
                setLeft(true);
              })
            }
          >
            {text('waiting.leave')}
          </Button>
        )}
        <Button className="button plain" onPress={onLeave}>
          {text('book.another')}
        </Button>
      </div>
    </div>
  );
};
