import { Failed } from '../failed.tsx';
import { momentInWords } from '../moments.ts';
import { More } from '../more.tsx';
import { readAll } from '../server.ts';
import { usePaged } from '../use-paged.ts';
import { useRead } from '../use-read.ts';
import { type Access, readAccesses, readClinicians, readShares } from './server.ts';
import { type SharingKey, useSharingWords } from './words.ts';

const known: ReadonlySet<string> = new Set(['shared', 'updated', 'viewed', 'revoked', 'exported']);

/** Every share of the person, to say whom an access was about. */
const namesOfShares = async (): Promise<ReadonlyMap<string, string>> => {
  const names = new Map((await readClinicians()).map(({ account, name }) => [account, name]));
  const shares = await readAll(readShares);
  return new Map(
    shares.flatMap(({ id, clinician }): [string, string][] => {
      const name = names.get(clinician);
      return name === undefined ? [] : [[id, name]];
    }),
  );
};

/** Who did what with what the person shares, the latest first. */
export const Accesses = () => {
  const text = useSharingWords();
  const { items, task, more } = usePaged(readAccesses);
  const { content: names, task: naming } = useRead(namesOfShares);
  const said = ({ action, share }: Access): string => {
    const name = (share === null ? undefined : names?.get(share)) ?? text('access.somebody');
    return text(known.has(action) ? (`access.${action}` as SharingKey) : 'access.other', { name });
  };
  const by = ({ role, byYou, action }: Access): string | null => {
    if (role === 'operator') return text('access.by.operator');
    return byYou && action === 'exported' ? text('access.by.you') : null;
  };
  return (
    <section className="stack" aria-labelledby="account-accesses">
      <h2 id="account-accesses">{text('accesses.title')}</h2>
      <p className="soft">{text('accesses.says')}</p>
      {items?.length === 0 && <p>{text('accesses.none')}</p>}
      <ol className="rows">
        {names !== null &&
          items?.map((access) => (
            <li key={access.id}>
              <p>
                <strong>{said(access)}</strong>
                <span className="soft small">
                  {[momentInWords(access.at), by(access)].filter(Boolean).join(' · ')}
                </span>
              </p>
            </li>
          ))}
      </ol>
      <More label={text('more')} busy={task.busy} onMore={more} />
      <Failed failure={task.failure ?? naming.failure} />
    </section>
  );
};
