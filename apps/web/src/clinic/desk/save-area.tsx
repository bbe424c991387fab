import { useLingui } from '@lingui/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { dayInWords } from '../../days.ts';
import { dayIn, timeIn } from '../clock.ts';
import { DeskFailed } from './desk-failed.tsx';
import type { DeskAppointment } from './server.ts';
import type { Edit } from './use-edit.ts';
import { useDeskWords } from './words.ts';

const Unfitting = ({ list }: { readonly list: readonly DeskAppointment[] }) => {
  const { i18n } = useLingui();
  return (
    <ul className="plain small">
      {list.map(({ id, localStart, client, names }) => (
        <li key={id}>
          {`${dayInWords(dayIn(localStart), i18n.locale)}, ${timeIn(localStart)}: ${client.name}, ${names.treatment}`}
        </li>
      ))}
    </ul>
  );
};

/** The end of every form: what stands in the way of saving, and the buttons. */
export const SaveArea = <Value,>({
  edit: { task, unfit, saveAnyway, dontSave, theirs },
  changed,
  onTakeTheirs,
  onTakeMine,
  children,
}: {
  readonly edit: Edit<Value>;
  /** What somebody else changed, by its names in the form. */
  readonly changed: readonly string[];
  /** Puts what somebody else made of it into the form; absent where they took it out. */
  readonly onTakeTheirs?: (() => void) | undefined;
  /** Puts back what was in the form before. */
  readonly onTakeMine?: (() => void) | undefined;
  /** Further buttons. */
  readonly children?: ReactNode;
}) => {
  const text = useDeskWords();
  const notice = useRef<HTMLDivElement>(null);
  const said = theirs !== null || unfit.length > 0;
  useEffect(() => {
    if (said) notice.current?.focus();
  }, [said]);
  return (
    <div className="stack">
      <div ref={notice} tabIndex={-1} className="stack notice-area" role="alert">
        {theirs !== null && (
          <div className="first-things">
            <h2>{text('theirs.title')}</h2>
            <p className="plain">
              {theirs.value === null
                ? text('theirs.gone')
                : text('theirs.says', { what: changed.join(', ') })}
            </p>
            <div className="actions">
              {onTakeTheirs !== undefined && (
                <Button className="button" onPress={onTakeTheirs}>
                  {text('theirs.take')}
                </Button>
              )}
              {onTakeMine !== undefined && (
                <Button className="button" onPress={onTakeMine}>
                  {text('theirs.mine')}
                </Button>
              )}
            </div>
          </div>
        )}
        {unfit.length > 0 && (
          <div className="first-things">
            <h2>{text('unfit.ask', { count: unfit.length })}</h2>
            <Unfitting list={unfit} />
            <p className="plain">{text('unfit.stays')}</p>
            <div className="actions">
              <Button className="button main" isDisabled={task.busy} onPress={saveAnyway}>
                {text('unfit.save')}
              </Button>
              <Button className="button" onPress={dontSave}>
                {text('unfit.back')}
              </Button>
            </div>
          </div>
        )}
      </div>
      <DeskFailed failure={task.failure} />
      {unfit.length === 0 && (
        <div className="actions">
          <Button type="submit" className="button main" isDisabled={task.busy}>
            {theirs === null ? text('save') : text('save.over')}
          </Button>
          {children}
        </div>
      )}
    </div>
  );
};
