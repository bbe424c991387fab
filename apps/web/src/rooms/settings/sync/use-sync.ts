import { isMisdeed, type SyncFailureCode } from '@zonula/journal/sync';
import { useCallback, useEffect, useState } from 'react';
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

/** How the sync of this device stands, and how to ask for something; `status` is undefined at first and null while it is off. */
export const useSync = () => {
  const text = useSyncWords();
  const failed = useFailureWords();
  const [status, setStatus] = useState<SyncStatus | null | undefined>(undefined);
  const [isWorking, setWorking] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const look = useCallback(async () => {
    const answer = await syncer.ask('status', null);
    if ('ok' in answer) setStatus(answer.ok);
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
        setSaid({ text: failed(answer.failure), isFailure: true });
        return null;
      }
      setSaid(null);
      return answer as { readonly ok: Answered<K> };
    } finally {
      setWorking(false);
      await look();
    }
  };
  const say = (words: string): void => setSaid({ text: words, isFailure: false });
  return { status, isWorking, said, ask, say };
};
export type Sync = ReturnType<typeof useSync>;
