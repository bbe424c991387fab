import { fingerprintOf } from '@zonula/sharing';
import { useEffect, useRef, useState } from 'react';
import { Button, Checkbox, Label, Radio, RadioGroup } from 'react-aria-components';
import { Failed } from '../../../account/failed.tsx';
import { AccountGate } from '../../../account/gate.tsx';
import { dayOfInstant } from '../../../account/moments.ts';
import { askAsMe, type Session } from '../../../account/server.ts';
import { lookAtSession } from '../../../account/session.ts';
import { bytesOf } from '../../../account/sharing/base64url.ts';
import {
  keepSeenKey,
  type OwnShare,
  type SeenKey,
  seenKey,
} from '../../../account/sharing/device-store.ts';
import { OwnKey } from '../../../account/sharing/own-key.tsx';
import { OwnShares } from '../../../account/sharing/own-shares.tsx';
import { subtle, TooLarge } from '../../../account/sharing/seal.ts';
import { type Clinician, readClinicians, type Share } from '../../../account/sharing/server.ts';
import { useSharingWords } from '../../../account/sharing/words.ts';
import { useRead } from '../../../account/use-read.ts';
import { Refused } from '../../../api/ask.ts';
import { useTask } from '../../../clinic/use-task.ts';
import { useJournal } from '../../../journal/context.tsx';
import type { Choice } from '../choice.ts';
import { refreshLive } from './live.ts';
import { deliver, type Prepared, prepare } from './share-now.ts';
import { type ShareKey, useShareWords } from './words.ts';

const lengths = [7, 28, 91, 365] as const;
const dayMs = 86_400_000;

interface KeyShown {
  readonly letters: string;
  /** As the person saw it last time; null at first. */
  readonly seen: SeenKey | null;
}

const keyOf = async ({ account, publicKey }: Clinician): Promise<KeyShown> => ({
  letters: await fingerprintOf(subtle, bytesOf(publicKey)),
  seen: await seenKey(account),
});

/** The letters of a clinician's key, to be compared with what the clinic says itself. */
const Letters = ({
  name,
  shown: { letters, seen },
  compared,
  onCompare,
}: {
  readonly name: string;
  readonly shown: KeyShown;
  readonly compared: boolean;
  readonly onCompare: (compared: boolean) => void;
}) => {
  const text = useShareWords();
  return (
    <div className="stack tight">
      <p>{text('letters', { name })}</p>
      <p className="key-letters" translate="no">
        {letters}
      </p>
      {seen !== null && seen.fingerprint !== letters && (
        <p role="alert" className="problem">
          {text('letters.changed', { name })}
        </p>
      )}
      <p className="soft small">{text('letters.says')}</p>
      <Checkbox className="choice" isSelected={compared} onChange={onCompare}>
        {text('letters.same')}
      </Checkbox>
    </div>
  );
};

const Form = ({
  account,
  choice,
  html,
  clinicians,
  onShared,
}: {
  readonly account: string;
  readonly choice: Choice;
  readonly html: string | null;
  readonly clinicians: readonly Clinician[];
  readonly onShared: (said: string) => void;
}) => {
  const text = useShareWords();
  const { journal } = useJournal();
  const [who, setWho] = useState(clinicians[0]!);
  const [kind, setKind] = useState<Share['kind']>('report');
  const [lasts, setLasts] = useState<(typeof lengths)[number]>(28);
  const [shown, setShown] = useState<KeyShown | null>(null);
  const [compared, setCompared] = useState(false);
  const prepared = useRef<Prepared | null>(null);
  const { busy, failure, run } = useTask();
  const isOther = shown !== null && shown.seen !== null && shown.seen.fingerprint !== shown.letters;
  useEffect(() => {
    let current = true;
    setShown(null);
    void keyOf(who).then((next) => {
      if (!current) return;
      setShown(next);
      setCompared(next.seen?.fingerprint === next.letters && next.seen.compared);
    });
    return () => {
      current = false;
    };
  }, [who]);
  // What was sealed for another choice is not sent.
  useEffect(() => {
    prepared.current = null;
  }, [who, kind, lasts, html]);
  const until = dayOfInstant(new Date(Date.now() + lasts * dayMs).toISOString());
  const share = (page: string, { letters }: KeyShown): void =>
    run(async () => {
      // Somebody else may have signed in in another tab meanwhile: nothing is shared in their name.
      if ((await askAsMe<Session>('session')).account !== account) return lookAtSession();
      prepared.current ??= await prepare(journal, {
        account,
        clinician: who,
        kind,
        lastsDays: lasts,
        choice,
        html: page,
      });
      await deliver(prepared.current);
      prepared.current = null;
      await keepSeenKey({ clinician: who.account, fingerprint: letters, compared });
      onShared(text('shared', { name: who.name, day: until }));
    });
  return (
    <div className="stack">
      <RadioGroup
        className="stack tight"
        value={who.account}
        onChange={(next) => setWho(clinicians.find(({ account: one }) => one === next) ?? who)}
      >
        <Label className="label">{text('who')}</Label>
        {clinicians.map((one) => (
          <Radio key={one.account} value={one.account} className="choice one">
            {one.name}
          </Radio>
        ))}
      </RadioGroup>
      {shown !== null && (
        <Letters name={who.name} shown={shown} compared={compared} onCompare={setCompared} />
      )}
      <RadioGroup
        className="stack tight"
        value={kind}
        onChange={(next) => setKind(next === 'live' ? 'live' : 'report')}
      >
        <Label className="label">{text('what')}</Label>
        <Radio value="report" className="choice one">
          {text('what.report')}
        </Radio>
        <Radio value="live" className="choice one">
          <span>
            {text('what.live')}
            <span className="hint soft small">{text('what.live.says')}</span>
          </span>
        </Radio>
      </RadioGroup>
      <RadioGroup
        className="stack tight"
        value={`${lasts}`}
        onChange={(next) => setLasts(lengths.find((one) => `${one}` === next) ?? lasts)}
      >
        <Label className="label">{text('how-long')}</Label>
        <div className="spans">
          {lengths.map((one) => (
            <Radio key={one} value={`${one}`} className="choice one">
              {text(`long.${one}` as ShareKey)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <p className="soft">{text('learns', { name: who.name })}</p>
      {html === null && <p role="status">{text('waiting')}</p>}
      <div className="actions">
        <Button
          className="button main"
          isDisabled={busy || html === null || shown === null || (isOther && !compared)}
          onPress={() => html !== null && shown !== null && share(html, shown)}
        >
          {text(busy ? 'sharing' : 'share', { day: until })}
        </Button>
      </div>
      <WentWrong failure={failure} name={who.name} />
    </div>
  );
};

const WentWrong = ({ failure, name }: { readonly failure: unknown; readonly name: string }) => {
  const text = useShareWords();
  const own =
    failure instanceof TooLarge
      ? text('too-large')
      : failure instanceof Refused && failure.code === 'key-retired'
        ? text('key-retired', { name })
        : null;
  if (own === null) return <Failed failure={failure} />;
  return (
    <p role="alert" className="problem">
      {own}
    </p>
  );
};

const Inside = ({
  account,
  choice,
  html,
}: {
  readonly account: string;
  readonly choice: Choice;
  readonly html: string | null;
}) => {
  const text = useShareWords();
  const words = useSharingWords();
  const { journal, whose } = useJournal();
  const { content: clinicians, task } = useRead(readClinicians);
  const [said, setSaid] = useState('');
  const [renewal, setRenewal] = useState(0);
  const refreshing = useTask();
  const refresh = (share: OwnShare): void =>
    refreshing.run(async () => {
      await refreshLive(journal, share);
      setSaid(text('refreshed'));
      setRenewal((n) => n + 1);
    });
  return (
    <div className="stack wide">
      {clinicians?.length === 0 && <p>{text('nobody')}</p>}
      {clinicians !== null && clinicians.length > 0 && (
        <Form
          account={account}
          choice={choice}
          html={html}
          clinicians={clinicians}
          onShared={(words) => {
            setSaid(words);
            setRenewal((n) => n + 1);
          }}
        />
      )}
      <Failed failure={task.failure ?? refreshing.failure} />
      <p role="status">{said}</p>
      <OwnShares
        renewal={renewal}
        actionOf={(name, kept) =>
          kept !== null &&
          kept.whose === whose && (
            <Button
              className="button"
              isDisabled={refreshing.busy}
              aria-label={words('share.refresh.name', { what: words('share.live', { name }) })}
              onPress={() => refresh(kept)}
            >
              {words('share.refresh')}
            </Button>
          )
        }
      />
      <OwnKey key={renewal} account={account} />
      <p>
        <a href="account.html">{text('account')}</a>
      </p>
    </div>
  );
};

/** Shares the chosen page with a clinician: with whom, what, for how long, and what is shared already. */
export const ShareWith = ({
  choice,
  html,
}: {
  readonly choice: Choice;
  readonly html: string | null;
}) => {
  const text = useShareWords();
  return (
    <section className="leaf stack" aria-labelledby="report-share">
      <h2 id="report-share">{text('title')}</h2>
      <AccountGate why={<p>{text('why')}</p>}>
        {(session) => (
          <Inside key={session.account} account={session.account} choice={choice} html={html} />
        )}
      </AccountGate>
    </section>
  );
};
