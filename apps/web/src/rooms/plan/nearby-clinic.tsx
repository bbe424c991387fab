import { useEffect, useState } from 'react';
import { hasServer } from '../../api/offers.ts';
import { usePlanWords } from './words.ts';

/** The name of the clinic beside the app, where its host has one and can be reached. */
const clinicHere = async (): Promise<string | null> => {
  if (!(await hasServer())) return null;
  const clinic = await fetch('api/v1/clinic', { cache: 'no-store' });
  return clinic.ok ? `${(await clinic.json()).name}` : null;
};

/** A way to the clinic's page. Not shown to whoever has a warning sign: that never leads to an appointment here. */
export const NearbyClinic = () => {
  const text = usePlanWords();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    clinicHere().then(
      (found) => current && setName(found),
      // Not to be reached: then there is nothing to show.
      () => {},
    );
    return () => {
      current = false;
    };
  }, []);
  if (name === null) return null;
  return (
    <section className="stack tight" aria-labelledby="plan-clinic">
      <h2 id="plan-clinic">{text('clinic.title')}</h2>
      <p>{text('clinic.says', { name })}</p>
      <div className="actions">
        <a className="button" href="clinic.html">
          {text('clinic.open', { name })}
        </a>
      </div>
    </section>
  );
};
