import { isMisdeed, type SyncFailureCode } from '@zonula/journal/sync';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useImportWords } from '../../../engine-words/use-import-words.ts';
import { useText } from '../../../i18n/i18n.ts';
import { syncer } from '../../../workers/sync/client.ts';
import type { SyncProgress, SyncQuestions, SyncStatus } from '../../../workers/sync/questions.ts';
import { type SyncKey, useSyncWords } from './words.ts';

type Said = { readonly text: string; readonly isFailure: boolean };
type Answered<K extends keyof SyncQuestions> = Extract<
  SyncQuestions[K]['answer'],
  { readonly ok: unknown }
>['ok'];

const refreshMs = 3000;

/** What went wrong, in words for the person. */
export const useFailureWords = (): ((code: SyncFailureCode) => string) => {
  const text = useSyncWords();
  return useCallback(
    (code) =>
      isMisdeed(code)
        ? text('failed.misdeed', { what: text(`misdeed.${code}` as SyncKey) })
        : text(`failed.${code}` as SyncKey),
    [text],
  );
};

/** Words for what only an exchange does again by itself. */
const onceWords = (kind: keyof SyncQuestions, code: SyncFailureCode): SyncKey | null => {
  if (kind === 'exchange') return null;
  if (code === 'away') return kind === 'renewWords' ? 'once.away.words' : 'once.away';
  return code === 'busy' ? 'once.busy' : null;
};

/** How the sync of this device stands, and how to ask for something; `status` is undefined at first and null while it is off. */
export const useSync = () => {
  const app = useText();
  const text = useSyncWords();
  const says = useImportWords();
  const failed = useFailureWords();
  const [status, setStatus] = useState<SyncStatus | null | undefined>(undefined);
  const [isWorking, setWorking] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const looks = useRef(false);
  /** One question at a time: the worker answers none while it is at an exchange. */
  const look = useCallback(async () => {
    if (looks.current) return;
    looks.current = true;
    try {
      const answer = await syncer.ask('status', null);
      if ('ok' in answer) setStatus(answer.ok);
    } catch (error) {
      // Whatever is asked for says so itself.
      console.warn('Zonula cannot look at the sync:', error);
    } finally {
      looks.current = false;
    }
  }, []);
  useEffect(() => {
    void look();
    const beat = setInterval(() => void look(), refreshMs);
    return () => clearInterval(beat);
  }, [look]);
  /** What came of it; null when it failed, which is said. */
  const ask = async <K extends keyof SyncQuestions>(
    kind: K,
    question: SyncQuestions[K]['ask'],
  ): Promise<{ readonly ok: Answered<K> } | null> => {
    setWorking(true);
    setSaid({ text: text('working'), isFailure: false });
    try {
      const onProgress = ({ received, sent }: SyncProgress): void => {
        if (received + sent > 0)
          setSaid({ text: text('progress', { received, sent }), isFailure: false });
      };
      const answer = await syncer.ask(kind, question, onProgress);
      if ('failure' in answer) {
        const once = onceWords(kind, answer.failure);
        setSaid({ text: once === null ? failed(answer.failure) : text(once), isFailure: true });
        return null;
      }
      setSaid(null);
      return answer as { readonly ok: Answered<K> };
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      setSaid({ text: app('app.failed', { message: says(reason).words }), isFailure: true });
      return null;
    } finally {
      setWorking(false);
      await look();
    }
  };
  const say = (words: string): void => setSaid({ text: words, isFailure: false });
  return { status, isWorking, said, ask, say };
};
export type Sync = ReturnType<typeof useSync>;
