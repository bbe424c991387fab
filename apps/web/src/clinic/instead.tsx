import { useLingui } from '@lingui/react';
import { Button } from 'react-aria-components';
import { dayInWords } from '../days.ts';
import { clockAt, dayIn, timeIn } from './clock.ts';
import type { Offer, Slot, Start } from './server.ts';
import { useClinicWords } from './words.ts';

/** What else is free, when somebody was quicker. */
export const Instead = ({
  offer: { clinic },
  next,
  busy = false,
  onChoose,
}: {
  readonly offer: Pick<Offer, 'clinic'>;
  readonly next: readonly Slot[];
  readonly busy?: boolean;
  readonly onChoose: (start: Start) => void;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  if (next.length === 0) return null;
  return (
    <>
      <p>{text('problem.just-taken.next')}</p>
      <div className="actions">
        {next.map((slot) => {
          const localStart = clockAt(slot.start, clinic.zone);
          return (
            <Button
              key={slot.start}
              className="button"
              isDisabled={busy}
              onPress={() => onChoose({ ...slot, localStart })}
            >
              {`${dayInWords(dayIn(localStart), i18n.locale)}, ${timeIn(localStart)}`}
            </Button>
          );
        })}
      </div>
    </>
  );
};
