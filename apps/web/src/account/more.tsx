import { Button } from 'react-aria-components';

/** Asks for the next page of a list, where there is one. */
export const More = ({
  label,
  busy,
  onMore,
}: {
  readonly label: string;
  readonly busy: boolean;
  /** Null: everything is there. */
  readonly onMore: (() => void) | null;
}) =>
  onMore !== null && (
    <div className="actions">
      <Button className="button" isDisabled={busy} onPress={onMore}>
        {label}
      </Button>
    </div>
  );
