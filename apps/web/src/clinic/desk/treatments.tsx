import { useLingui } from '@lingui/react';
import { money } from '../clock.ts';
import { useDesk } from './catalogue.tsx';
import { NotHere } from './not-here.tsx';
import { TreatmentForm } from './treatment-form.tsx';
import { useDeskWords } from './words.ts';

const List = () => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { catalogue } = useDesk();
  const { clinic, treatments, practitioners, rooms } = catalogue;
  const names = (ids: readonly string[]): string =>
    practitioners
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  const ready = practitioners.length > 0 && rooms.length > 0;
  return (
    <div className="stack">
      <h1>{text('treatments')}</h1>
      <p className="soft">{text('treatments.says')}</p>
      <div className="actions">
        {ready ? (
          <a className="button main" href="#/desk/treatments/new">
            {text('treatment.add')}
          </a>
        ) : (
          <p>{text('treatment.first')}</p>
        )}
      </div>
      <ul className="rows">
        {treatments.map((one) => (
          <li key={one.id}>
            <p>
              <a href={`#/desk/treatments/${one.id}`}>
                <strong>{one.name}</strong>
              </a>
              <span className="soft small">
                {[
                  text('minutes', { minutes: one.minutes }),
                  money(one.price, clinic.currency, i18n.locale),
                  names(one.practitioners),
                ].join(' · ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What can be booked: the list, or one of it. */
export const Treatments = ({ id }: { readonly id: string | null }) => {
  const { catalogue } = useDesk();
  if (id === null) return <List />;
  const treatment = catalogue.treatments.find((one) => one.id === id) ?? null;
  // What somebody else has just taken out stays open in a form that began with it.
  return (
    <TreatmentForm key={id} id={id} treatment={treatment} missing={<NotHere back="treatments" />} />
  );
};
