import { useEffect, useRef, useState } from 'react';
import { useDesk } from './catalogue.tsx';
import { type BegunPlace, begunAt, forgetBegun, keepBegun } from './drafts.ts';

/** What stands in a form; what stood there before something else was put into it. */
export interface Form<Base, Draft> {
  /** What was there when it was begun. */
  readonly base: Base;
  readonly draft: Draft;
  /** Whether it was begun before, and is shown again. */
  readonly isShownAgain: boolean;
  readonly change: (part: Partial<Draft>) => void;
  /** Puts something else into the form, and remembers what was there. */
  readonly replace: (draft: Draft) => void;
  /** Puts back what was there; absent where nothing was replaced. */
  readonly restore: (() => void) | undefined;
  /** It is saved, or not wanted any more: nothing of it is kept in this tab. */
  readonly forget: () => void;
  /** Fields that do not fit, since it was last sent. */
  readonly problems: ReadonlySet<string>;
  readonly setProblems: (problems: ReadonlySet<string>) => void;
  readonly element: React.RefObject<HTMLFormElement | null>;
}

/** A form whose half written content is kept in this tab, until it is saved or given up. */
export const useForm = <Base, Draft extends object>(
  fresh: Base,
  toDraft: (base: Base) => Draft,
  { place, nameOf }: { readonly place: string; readonly nameOf: (base: Base) => string },
): Form<Base, Draft> => {
  const { account } = useDesk();
  const [begun] = useState(() => begunAt<Base, Draft>(account, place, Object.keys(toDraft(fresh))));
  const [base] = useState(begun === null ? fresh : begun.base);
  const [first] = useState(() => toDraft(base));
  const [draft, setDraft] = useState(begun?.draft ?? first);
  const [mine, setMine] = useState<Draft | null>(null);
  const [problems, setProblems] = useState<ReadonlySet<string>>(new Set());
  const element = useRef<HTMLFormElement>(null);
  const isGivenUp = useRef(false);
  useEffect(() => {
    if (isGivenUp.current) return;
    if (JSON.stringify(draft) === JSON.stringify(first)) forgetBegun(account, place);
    else keepBegun(account, { place, name: nameOf(base) } satisfies BegunPlace, { base, draft });
  }, [draft]);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return {
    base,
    draft,
    isShownAgain: begun !== null,
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
    forget: () => {
      isGivenUp.current = true;
      forgetBegun(account, place);
    },
    problems,
    setProblems,
    element,
  };
};
