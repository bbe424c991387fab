import { pillars } from '@zonula/safety';
import type { PlanView } from '../../workers/care/questions.ts';
import { usePlanWords } from './words.ts';

/** Five cells with a seal between each two: full where something is to do now, an outline where something may follow. */
export const Pillars = ({ plan }: { readonly plan: PlanView['plan'] }) => {
  const text = usePlanWords();
  return (
    <ul className="pillars" aria-label={text('pillars')}>
      {pillars.map((pillar) => {
        const found = plan.pillars.find((one) => one.pillar === pillar);
        const state = found?.now.length ? 'now' : found?.later.length ? 'later' : 'none';
        return (
          <li key={pillar} className={state}>
            <svg viewBox="0 0 40 34" aria-hidden="true" focusable="false">
              <path
                className="pillar-cell"
                d="M20 2C9 0 3 7 2.500 17 2 27 9 32 20 32s18-6 17.500-15C37 7 31 0 20 2z"
              />
              {state === 'now' && <ellipse className="nucleus" cx="20" cy="18" rx="6" ry="5" />}
            </svg>
            <b>{text(`pillar.${pillar}`)}</b>
            <span className="soft small">{text(`state.${state}`)}</span>
          </li>
        );
      })}
    </ul>
  );
};
