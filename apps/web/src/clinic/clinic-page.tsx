import { useLingui } from '@lingui/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { PageTop } from '../shell/page-top.tsx';
import { AppointmentView } from './appointment-view.tsx';
import { Booking, type Kept } from './booking.tsx';
import { Failed } from './failed.tsx';
import { LeaveWaiting } from './leave-waiting.tsx';
import { hashOf, heldIn, waitingIn } from './links.ts';
import { OfferView } from './offer-view.tsx';
import { type Booked, loadOffer, type Offer, Refused } from './server.ts';
import { useBookingWay } from './use-booking-way.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

const DeskPage = lazy(async () => ({ default: (await import('./desk/desk-page.tsx')).DeskPage }));
const isDesk = (): boolean => /^#\/desk(?:\/|$)/u.test(location.hash);

const NoClinic = () => {
  const text = useClinicWords();
  return (
    <div className="stack">
      <h1>{text('none.title')}</h1>
      <p className="lead">{text('none.says')}</p>
      <p>
        <a href="./">{text('none.diary')}</a>
      </p>
    </div>
  );
};

const Inside = ({ offer }: { readonly offer: Offer }) => {
  const [held, setHeld] = useState(() => heldIn(location.hash));
  const [waiting, setWaiting] = useState(() => waitingIn(location.hash));
  const [kept, setKept] = useState<Kept | null>(null);
  const way = useBookingWay();
  const treatment = offer.treatments.find(({ id }) => id === way.place?.treatment);
  const [booked, setBooked] = useState<Booked | null>(null);
  useEffect(() => {
    const follow = (): void => {
      setHeld(heldIn(location.hash));
      setWaiting(waitingIn(location.hash));
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [treatment, held]);
  const show = (next: Booked | null, isNew = false): void => {
    setBooked(next);
    const now = next === null ? null : { id: next.appointment.id, links: next.links };
    const address = now === null ? location.pathname : hashOf(now);
    if (isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    setHeld(now);
    setWaiting(null);
  };
  if (waiting !== null) return <LeaveWaiting waiting={waiting} onLeave={() => show(null)} />;
  if (held !== null)
    return (
      <AppointmentView
        key={held.id}
        offer={offer}
        held={held}
        known={booked?.appointment.id === held.id ? booked : null}
        onChange={(next) => show(next)}
        onLeave={() => show(null)}
      />
    );
  if (treatment !== undefined && way.place !== null)
    return (
      <Booking
        key={treatment.id}
        offer={offer}
        treatment={treatment}
        way={way}
        asked={way.place.step}
        kept={kept}
        onKept={setKept}
        onBooked={(next) =>
          way.leave(() => {
            setKept(null);
            show(next, true);
          })
        }
      />
    );
  return <OfferView offer={offer} onChoose={({ id }) => way.begin(id)} />;
};

/** What the clinic offers, and making, moving and cancelling an appointment. */
const Public = () => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const [offer, setOffer] = useState<Offer | null>(null);
  const { failure, run } = useTask();
  const load = (): void => run(async () => setOffer(await loadOffer()));
  useEffect(load, []);
  useEffect(() => {
    document.title = `${offer?.clinic.name ?? text('contact')} · Zonula`;
  }, [offer, i18n.locale]);
  const none =
    failure instanceof Refused && (failure.code === 'no-clinic' || failure.code === 'no-server');
  if (offer !== null) return <Inside offer={offer} />;
  if (none) return <NoClinic />;
  return (
    <>
      {failure === null && <Loading />}
      <Failed failure={failure} acted={false}>
        <div className="actions">
          <Button className="button" onPress={load}>
            {text('again')}
          </Button>
        </div>
      </Failed>
    </>
  );
};

const Loading = () => {
  const text = useClinicWords();
  return (
    <p role="status" className="soft">
      {text('loading')}
    </p>
  );
};

/** The public page of the clinic, and behind `#/desk` what only those see who look after it. It knows nothing of the diary. */
export const ClinicPage = () => {
  const [atDesk, setAtDesk] = useState(isDesk);
  useEffect(() => {
    const follow = (): void => setAtDesk(isDesk());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return (
    <div className="clinic-page">
      <PageTop />
      <main id="content" className="room">
        {atDesk ? (
          <Suspense fallback={<Loading />}>
            <DeskPage />
          </Suspense>
        ) : (
          <Public />
        )}
      </main>
    </div>
  );
};
