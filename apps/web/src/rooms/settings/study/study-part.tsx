import { type Invitation, readInvitation } from '@zonula/cohort';
import { type Category, UnusableInput } from '@zonula/diary';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { saveFile, todayHere } from '../../../browser.ts';
import { dayInWords } from '../../../days.ts';
import { i18n } from '../../../i18n/i18n.ts';
import { useJournal, useLive } from '../../../journal/context.tsx';
import { InvitationCard, Paragraphs } from './invitation-card.tsx';
import {
  keepPart,
  newName,
  type Part,
  partBefore,
  partsIn,
  shareFile,
  wordsIn,
} from './taking-part.ts';
import { useStudyWords } from './words.ts';
import './study.css';

const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const inWords = (day: string): string => dayInWords(day, i18n.locale, date);

const Agreed = ({
  part,
  onSave,
  onWithdraw,
}: {
  readonly part: Part;
  readonly onSave: () => void;
  readonly onWithdraw: () => void;
}) => {
  const text = useStudyWords();
  const [asks, setAsks] = useState(false);
  const { title, by, contact, wording, words, given, withdrawn } = part;
  return (
    <li className="stack tight">
      <h4>
        <bdi>{title}</bdi>
      </h4>
      <p>
        {text('since', { day: inWords(given), wording })}
        {withdrawn !== null && ` ${text('ended', { day: inWords(withdrawn) })}`}
      </p>
      <details>
        <summary>{text('read')}</summary>
        <p className="soft">{`${by}, ${contact}`}</p>
        <Paragraphs words={words} />
      </details>
      {asks ? (
        <div className="stack tight" role="alert">
          <p>{text('withdraw.sure')}</p>
          <div className="actions">
            <Button
              className="button"
              onPress={() => {
                setAsks(false);
                onWithdraw();
              }}
            >
              {text('withdraw.yes')}
            </Button>
            <Button className="button" onPress={() => setAsks(false)}>
              {text('withdraw.no')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="actions">
          <Button className="button" onPress={onSave}>
            {text(withdrawn === null ? 'again' : 'withdraw.again')}
          </Button>
          {withdrawn === null && (
            <Button className="button plain" onPress={() => setAsks(true)}>
              {text('withdraw')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
};

interface Asked {
  readonly invitation: Invitation;
  /** What the study calls this person: the same again where it asks with new words, a new one after it was taken back. */
  readonly person: string;
}

/** A diary for a study: nothing is sent, the person saves a file and hands it over, or one that takes it back. */
export const StudyPart = () => {
  const text = useStudyWords();
  const { journal } = useJournal();
  const profile = useLive((open) => open.document('profile'), []);
  const parts = useLive(partsIn, []);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  if (profile === undefined || parts === undefined) return null;

  const open = async (file: File): Promise<void> => {
    setSaid('');
    setAsked(null);
    try {
      const invitation = readInvitation(JSON.parse(await file.text()), file.name);
      const person = partBefore(parts, invitation)?.person ?? newName();
      setAsked({ invitation, person });
    } catch (error) {
      if (!(error instanceof UnusableInput || error instanceof SyntaxError)) throw error;
      setSaid(text('unreadable'));
    }
  };
  const save = async (part: Part, says: string): Promise<void> => {
    const { name, text: content } = shareFile(part, await journal.diary());
    await keepPart(journal, part);
    saveFile(name, 'application/json', content);
    setSaid(says);
  };
  const agree = async ({ invitation, person }: Asked, without: readonly Category[]) => {
    const { title, by, contact, purpose, wording } = invitation;
    const { words } = wordsIn(invitation, i18n.locale);
    setAsked(null);
    await save(
      {
        ...{ title, by, contact, purpose, wording, words, person, without },
        ...{ given: todayHere(), withdrawn: null },
      },
      text('saved', { title }),
    );
  };
  const isYoung = profile?.ageBand === 'under-18';
  return (
    <section className="setting" aria-labelledby="setting-study">
      <h3 id="setting-study">{text('title')}</h3>
      <p className="soft">{text(isYoung ? 'young' : 'what')}</p>
      {!isYoung && asked === null && (
        <div className="actions">
          <FileTrigger
            acceptedFileTypes={['.json']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file) void open(file);
            }}
          >
            <Button className="button">{text('open')}</Button>
          </FileTrigger>
        </div>
      )}
      {asked !== null && (
        <InvitationCard
          invitation={asked.invitation}
          person={asked.person}
          onAgree={(without) => void agree(asked, without)}
          onCancel={() => setAsked(null)}
        />
      )}
      {parts.length > 0 && (
        <>
          <h4>{text('parts')}</h4>
          <ul className="study-parts">
            {parts.map((part) => (
              <Agreed
                key={part.person}
                part={part}
                onSave={() =>
                  void save(
                    part,
                    part.withdrawn === null
                      ? text('saved', { title: part.title })
                      : text('withdrawn'),
                  )
                }
                onWithdraw={() => void save({ ...part, withdrawn: todayHere() }, text('withdrawn'))}
              />
            ))}
          </ul>
        </>
      )}
      <p role="status" className="soft">
        {said}
      </p>
    </section>
  );
};
