import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../i18n/i18n.ts';

const shownMs = 8000;

/** What was done last, and undo instead of "are you sure". */
export const UndoBar = ({
  done,
  onUndo,
  onGone,
}: {
  readonly done: { readonly text: string; readonly at: number } | null;
  readonly onUndo: () => void;
  readonly onGone: () => void;
}) => {
  const text = useText();
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [done, onGone]);
  return (
    <div className="undo" role="status">
      {done !== null && (
        <div>
          <span>{done.text}</span>
          <Button className="button" onPress={onUndo}>
            {text('app.undo')}
          </Button>
        </div>
      )}
    </div>
  );
};
