import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { momentInWords } from '../../account/moments.ts';
import { useTask } from '../use-task.ts';
import { useDesk } from './catalogue.tsx';
import { DeskFailed } from './desk-failed.tsx';
import { useSaid } from './said.tsx';
import { type CatalogueChange, type LogEntry, readLog, takeBack } from './server.ts';
import { useDeskWords } from './words.ts';

const page = 50;

/** What was done at the desk. */
export const Log = () => {
  const text = useDeskWords();
  const say = useSaid();
  const desk = useDesk();
  const [shown, setShown] = useState<readonly LogEntry[] | null>(null);
  const [isEnd, setEnd] = useState(false);
  const task = useTask();
  const more = async (before: number | null): Promise<void> => {
    const items = await readLog(before);
    setShown((earlier) => (before === null ? items : [...(earlier ?? []), ...items]));
    setEnd(items.length < page);
  };
  useEffect(() => task.run(() => more(null)), []);
  const changeInWords = ({ kind, name, what }: CatalogueChange): string =>
    text(`log.${what}`, { kind: text(`log.kind.${kind}`), name });
  const undo = (version: number): void =>
    task.run(async () => {
      say('');
      try {
        const done = await takeBack(version, desk.version);
        const again = done.kept.map(({ kind, name }) => `${text(`log.kind.${kind}`)} ${name}`);
        say(
          [
            ...(done.version === desk.version ? [] : [text('log.back.done')]),
            ...(again.length === 0 ? [] : [text('log.back.kept', { what: again.join(', ') })]),
          ].join(' ') || text('log.back.nothing'),
        );
      } finally {
        // Also where somebody else was quicker: what is shown has to be true before the next try.
        await desk.reload();
        await more(null);
      }
    });
  const last = shown?.at(-1);
  return (
    <div className="stack">
      <h1>{text('log')}</h1>
      <p className="soft">{text('log.says')}</p>
      <p role="status" className="soft">
        {shown === null ? task.busy && text('reading') : shown.length === 0 && text('log.none')}
      </p>
      <ol className="rows">
        {(shown ?? []).map((one) => (
          <li key={one.id}>
            <p>
              <span>{text(`log.${one.action}`)}</span>
              {one.changes?.map((change) => (
                <span key={`${change.kind} ${change.id}`} className="small">
                  {changeInWords(change)}
                </span>
              ))}
              <span className="soft small">
                {[
                  momentInWords(one.at),
                  one.byYou
                    ? text('log.you')
                    : one.account === null
                      ? text('log.nobody')
                      : text('log.account', { account: one.account.slice(0, 8) }),
                ].join(' · ')}
              </span>
            </p>
            {one.version !== null && one.version > 1 && (
              <Button
                className="button"
                isDisabled={task.busy}
                aria-label={text('log.back.of', { when: momentInWords(one.at) })}
                onPress={() => undo(one.version!)}
              >
                {text('log.back')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <DeskFailed failure={task.failure} />
      {!isEnd && last !== undefined && (
        <div className="actions">
          <Button
            className="button"
            isDisabled={task.busy}
            onPress={() => task.run(() => more(last.id))}
          >
            {text('log.more')}
          </Button>
        </div>
      )}
    </div>
  );
};
