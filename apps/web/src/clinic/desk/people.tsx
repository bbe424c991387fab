import { useDesk } from './catalogue.tsx';
import { NotHere } from './not-here.tsx';
import { PersonForm } from './person-form.tsx';
import { useDeskWords } from './words.ts';

/** Who works here: the list, or one of them. */
export const People = ({ id }: { readonly id: string | null }) => {
  const text = useDeskWords();
  const { catalogue } = useDesk();
  if (id !== null)
    return (
      <PersonForm
        key={id}
        id={id}
        person={catalogue.practitioners.find((one) => one.id === id) ?? null}
        missing={<NotHere back="people" />}
      />
    );
  return (
    <div className="stack">
      <h1>{text('people')}</h1>
      <div className="actions">
        <a className="button main" href="#/desk/people/new">
          {text('person.add')}
        </a>
      </div>
      <ul className="rows">
        {catalogue.practitioners.map((one) => (
          <li key={one.id}>
            <p>
              <a href={`#/desk/people/${one.id}`}>
                <strong>{one.name}</strong>
              </a>
              <span className="soft small">{one.role}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};
