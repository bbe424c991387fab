import { useEffect, useRef, useState } from 'react';

/** What stands in a form; what stood there before something else was put into it. */
export interface Form<Draft> {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Puts something else into the form, and remembers what was there. */
  readonly replace: (draft: Draft) => void;
  /** Puts back what was there; absent where nothing was replaced. */
  readonly restore: (() => void) | undefined;
  /** Fields that do not fit, since it was last sent. */
  readonly problems: ReadonlySet<string>;
  readonly setProblems: (problems: ReadonlySet<string>) => void;
  readonly element: React.RefObject<HTMLFormElement | null>;
}

/** Somebody who closes the window with something unsaved is asked first. */
const useAskedBeforeLeaving = (isChanged: boolean): void => {
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
};

export const useForm = <Draft>(first: Draft): Form<Draft> => {
  const [draft, setDraft] = useState(first);
  const [mine, setMine] = useState<Draft | null>(null);
  const [problems, setProblems] = useState<ReadonlySet<string>>(new Set());
  const element = useRef<HTMLFormElement>(null);
  const [begun] = useState(first);
  useAskedBeforeLeaving(draft !== begun);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return {
    draft,
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    replace: (next) => {
      setMine(draft);
      setDraft(next);
    },
    restore:
      mine === null
        ? undefined
        : () => {
            setDraft(mine);
            setMine(null);
          },
    problems,
    setProblems,
    element,
  };
};
