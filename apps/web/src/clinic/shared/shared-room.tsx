import './shared.css';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { Failed } from '../../account/failed.tsx';
import { momentInWords } from '../../account/moments.ts';
import { More } from '../../account/more.tsx';
import { readAll } from '../../account/server.ts';
import { isOver, readShared, type Share } from '../../account/sharing/server.ts';
import { usePaged } from '../../account/use-paged.ts';
import { useRead } from '../../account/use-read.ts';
import { useFocusKept } from '../../design/use-focus-kept.ts';
import { useTask } from '../use-task.ts';
import { clinicianKeys } from './clinician-keys.ts';
import { type OpenedShare, openShared, ShareUnreadable } from './open-shared.ts';
import { OwnKeyPanel } from './own-key-panel.tsx';
import { SharedPaper } from './shared-paper.tsx';
import { useSharedWords } from './words.ts';

/** Timers count no further. */
const longestWaitMs = 2 ** 31 - 1;

/** One page that was shared, opened on this device; it goes when its time is over, and when who comes back to it finds that it was ended. */
const Opened = ({
  account,
  id,
  onLeave,
}: {
  readonly account: string;
  readonly id: string;
  readonly onLeave: () => void;
}) => {
  const text = useSharedWords();
  const { busy, failure, run } = useTask();
  const [opened, setOpened] = useState<OpenedShare | null>(null);
  const [ended, setEnded] = useState(false);
  useEffect(() => run(async () => setOpened(await openShared(account, id))), []);
  useEffect(() => {
    if (opened === null) return;
    const left = Date.parse(opened.expiresAt) - Date.now();
    // A page that is open for so long is looked after again when its reader comes back to it.
    if (left > longestWaitMs) return;
    const timer = setTimeout(() => setEnded(true), Math.max(left, 0));
    return () => clearTimeout(timer);
  }, [opened]);
  useEffect(() => {
    if (opened === null) return;
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      run(async () => {
        const open = await readAll(readShared);
        setEnded(!open.some((share) => share.id === id));
      });
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [opened]);
  const back = (
    <div className="actions">
      <Button className="button" onPress={onLeave}>
        {text('back')}
      </Button>
    </div>
  );
  if (ended || isOver(failure))
    return (
      <div className="stack" role="alert">
        <h2>{text('ended.title')}</h2>
        <p>{text('ended')}</p>
        {back}
      </div>
    );
  return (
    <div className="stack">
      <h2>{text(opened?.kind ?? 'page')}</h2>
      {back}
      {failure instanceof ShareUnreadable ? (
        <p role="alert" className="problem">
          {text('unreadable')}
        </p>
      ) : (
        <Failed failure={failure} />
      )}
      {busy && opened === null && <p role="status">{text('opening')}</p>}
      {opened !== null && (
        <>
          <p className="soft">
            {[
              text('updated', { when: momentInWords(opened.sealedAt) }),
              text('until', { when: momentInWords(opened.expiresAt) }),
              text('open.noted'),
            ].join(' · ')}
          </p>
          <SharedPaper html={opened.html} />
          <div className="sealed-by stack tight">
            <p>{text('sealed-by')}</p>
            <p className="key-letters" translate="no">
              {opened.letters}
            </p>
            <p className="soft small">{text('sealed-by.says')}</p>
          </div>
        </>
      )}
    </div>
  );
};

const Line = ({
  share,
  account,
  onOpen,
}: {
  readonly share: Share;
  readonly account: string;
  readonly onOpen: () => void;
}) => {
  const text = useSharedWords();
  const { content: opens } = useRead(
    async () => (await clinicianKeys(account, share.key)) !== null,
  );
  const since = momentInWords(share.createdAt);
  const what = text(share.kind);
  const facts = [
    text('since', { when: since }),
    ...(share.kind === 'live' ? [text('updated', { when: momentInWords(share.sealedAt) })] : []),
    text('until', { when: momentInWords(share.expiresAt) }),
    ...(opens === false ? [text('other-key')] : []),
  ];
  return (
    <li>
      <p>
        <strong>{what}</strong>
        <span className="soft small">{facts.join(' · ')}</span>
      </p>
      {opens === true && (
        <Button
          className="button"
          aria-label={text('open.name', { what, when: since })}
          onPress={onOpen}
        >
          {text('open')}
        </Button>
      )}
    </li>
  );
};

const List = ({
  account,
  onOpen,
}: {
  readonly account: string;
  readonly onOpen: (id: string) => void;
}) => {
  const text = useSharedWords();
  const { items, task, more } = usePaged(readShared);
  return (
    <section className="stack" aria-labelledby="shared-list">
      <h2 id="shared-list">{text('list')}</h2>
      {items?.length === 0 && <p className="soft">{text('none')}</p>}
      <ul className="rows">
        {items?.map((share) => (
          <Line key={share.id} share={share} account={account} onOpen={() => onOpen(share.id)} />
        ))}
      </ul>
      <More label={text('more')} busy={task.busy} onMore={more} />
      <Failed failure={task.failure} />
    </section>
  );
};

/** What people share with a clinician: the list, one opened, and the clinician's key. */
export const SharedRoom = ({ account }: { readonly account: string }) => {
  const text = useSharedWords();
  const [opened, setOpened] = useState<string | null>(null);
  const [keys, setKeys] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place, opened ?? '');
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [opened]);
  return (
    <div ref={place} tabIndex={-1} className="keeps-focus">
      {opened !== null ? (
        <Opened account={account} id={opened} onLeave={() => setOpened(null)} />
      ) : (
        <div className="stack wide">
          <div className="stack tight">
            <p className="lead">{text('lead')}</p>
            <p>
              <a href="#/">{text('account')}</a>
            </p>
          </div>
          <List key={keys} account={account} onOpen={setOpened} />
          <OwnKeyPanel account={account} onMade={() => setKeys((n) => n + 1)} />
        </div>
      )}
    </div>
  );
};
