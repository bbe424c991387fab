import { useDeskWords } from './words.ts';

/** Where an address names nothing that is offered. */
export const NotHere = ({ back }: { readonly back: 'treatments' | 'people' }) => {
  const text = useDeskWords();
  return (
    <div className="stack">
      <h1>{text('not-here')}</h1>
      <p>
        <a href={`#/desk/${back}`}>{text(back)}</a>
      </p>
    </div>
  );
};
