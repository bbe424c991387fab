import { type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useFocusKept } from '../../design/use-focus-kept.ts';
import { Failed } from '../failed.tsx';
import { momentInWords } from '../moments.ts';
import { More } from '../more.tsx';
import { usePaged } from '../use-paged.ts';
import { useRead } from '../use-read.ts';
import { forgetLiveShare, liveShares, type OwnShare } from './device-store.ts';
import { type Clinician, readClinicians, readShares, revokeShare, type Share } from './server.ts';
import { useSharingWords } from './words.ts';

const Facts = ({ share }: { readonly share: Share }) => {
  const text = useSharingWords();
  const facts = [text('share.since', { when: momentInWords(share.createdAt) })];
  if (share.state === 'open')
    facts.push(text('share.until', { when: momentInWords(share.expiresAt) }));
  if (share.state === 'expired')
    facts.push(text('share.expired', { when: momentInWords(share.expiresAt) }));
  if (share.state === 'revoked') facts.push(text('share.revoked'));
  if (share.kind === 'live' && share.state === 'open')
    facts.push(text('share.updated', { when: momentInWords(share.sealedAt) }));
  return <span className="soft small">{facts.join(' · ')}</span>;
};

/** What the person shares: until when, and ending it. A list gives what only the diary's page can do to a live view. */
export const OwnShares = ({
  renewal = 0,
  actionOf,
  none,
}: {
  /** The list is read anew where this is another number. */
  readonly renewal?: number;
  readonly actionOf?: (name: string, kept: OwnShare | null) => ReactNode;
  /** What to say to whoever shares nothing. */
  readonly none?: ReactNode;
}) => <List key={renewal} actionOf={actionOf} none={none} />;

const List = ({
  actionOf,
  none,
}: {
  readonly actionOf: ((name: string, kept: OwnShare | null) => ReactNode) | undefined;
  readonly none: ReactNode;
}) => {
  const text = useSharingWords();
  const { items, task, more, change } = usePaged(readShares);
  const { content: known, task: knowing } = useRead(async () => ({
    clinicians: await readClinicians(),
    here: new Map((await liveShares()).map((share) => [share.id, share])),
  }));
  const [said, setSaid] = useState('');
  const place = useRef<HTMLElement>(null);
  useFocusKept(place, said);
  const clinicianOf = ({ clinician }: Share): Clinician | undefined =>
    known?.clinicians.find(({ account }) => account === clinician);
  const end = ({ id }: Share): void => {
    setSaid('');
    change(
      async () => {
        await revokeShare(id);
        await forgetLiveShare(id);
      },
      () => setSaid(`${text('share.ended')} ${text('share.seen')}`),
    );
  };
  return (
    <section
      ref={place}
      tabIndex={-1}
      className="stack keeps-focus"
      aria-labelledby="account-shares"
    >
      <h2 id="account-shares">{text('shares.title')}</h2>
      {items?.length === 0 && <p className="soft">{text('shares.none')}</p>}
      {items?.length === 0 && none}
      <ul className="rows">
        {known !== null &&
          items?.map((share) => {
            const clinician = clinicianOf(share);
            const name = clinician?.name ?? text('share.somebody');
            const what = text(`share.${share.kind}`, { name });
            const kept = known.here.get(share.id) ?? null;
            const isOpen = share.state === 'open';
            return (
              <li key={share.id}>
                <p>
                  <strong>{what}</strong>
                  <Facts share={share} />
                  {isOpen && share.kind === 'live' && kept === null && (
                    <span className="soft small"> {text('share.elsewhere')}</span>
                  )}
                  {isOpen && clinician !== undefined && clinician.key !== share.key && (
                    <span className="due small"> {text('share.retired', { name })}</span>
                  )}
                </p>
                {isOpen && (
                  <div className="actions">
                    {actionOf?.(name, kept)}
                    <Button
                      className="button"
                      isDisabled={task.busy}
                      aria-label={text('share.end.name', { what })}
                      onPress={() => end(share)}
                    >
                      {text('share.end')}
                    </Button>
                  </div>
                )}
              </li>
            );
          })}
      </ul>
      <More label={text('more')} busy={task.busy} onMore={more} />
      <p role="status">{said}</p>
      <Failed failure={task.failure ?? knowing.failure} />
    </section>
  );
};
