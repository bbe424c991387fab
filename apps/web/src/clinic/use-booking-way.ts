import { useEffect, useRef, useState } from 'react';

/** Where somebody is in a booking. Each step is an entry of the browser's history, so that its Back goes a step back; the address stays. */
interface BookingPlace {
  readonly treatment: string;
  /** From 0; one entry lies before each. */
  readonly step: number;
}

const placeIn = (state: unknown): BookingPlace | null => {
  const { booking } = (state ?? {}) as { readonly booking?: Partial<BookingPlace> };
  const { treatment, step } = booking ?? {};
  return typeof treatment === 'string' && Number.isSafeInteger(step) && step! >= 0
    ? { treatment, step: step! }
    : null;
};

export interface BookingWay {
  /** Null: among all that is offered. */
  readonly place: BookingPlace | null;
  /** To the first step of a treatment. */
  readonly begin: (treatment: string) => void;
  /** To the step after `from`, unless somebody has gone elsewhere meanwhile. */
  readonly advance: (from: number) => void;
  /** So many steps back; from the first it leads to all that is offered. */
  readonly back: (steps: number) => void;
  /** Out of the booking, as if it had not been walked through; then does something. */
  readonly leave: (then: () => void) => void;
}

export const useBookingWay = (): BookingWay => {
  const [place, setPlace] = useState(() => placeIn(history.state));
  const now = useRef(place);
  const afterwards = useRef<(() => void) | null>(null);
  const put = (next: BookingPlace | null): void => {
    now.current = next;
    setPlace(next);
  };
  useEffect(() => {
    const follow = (): void => {
      put(placeIn(history.state));
      afterwards.current?.();
      afterwards.current = null;
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const push = (next: BookingPlace): void => {
    history.pushState({ booking: next }, '');
    put(next);
  };
  return {
    place,
    begin: (treatment) => push({ treatment, step: 0 }),
    advance: (from) => {
      if (now.current?.step === from) push({ ...now.current, step: from + 1 });
    },
    back: (steps) => history.go(-steps),
    leave: (then) => {
      if (now.current === null) return then();
      afterwards.current = then;
      history.go(-(now.current.step + 1));
    },
  };
};
