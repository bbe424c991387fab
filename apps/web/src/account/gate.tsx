import '../design/rows.css';
import './account.css';
import { type ReactNode, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { Failed } from './failed.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import type { Session } from './server.ts';
import { lookAtSession } from './session.ts';
import type { SessionState } from './session-store.ts';
import { SignIn } from './sign-in.tsx';
import { useSession } from './use-session.ts';
import { useAccountWords } from './words.ts';

interface GateProps {
  /** What the account is for here; shown to whoever is not signed in. */
  readonly why: ReactNode;
  readonly children: (session: Session) => ReactNode;
}

const Inside = ({ why, children, known }: GateProps & { readonly known: SessionState }) => {
  const text = useAccountWords();
  if (known.state === 'asking')
    return (
      <p role="status" className="soft">
        {text('asking')}
      </p>
    );
  if (known.state === 'failed')
    return (
      <div className="stack tight">
        <Failed failure={known.failure} />
        <div className="actions">
          <Button className="button" onPress={() => void lookAtSession()}>
            {text('again')}
          </Button>
        </div>
      </div>
    );
  if (known.state === 'out')
    return (
      <div className="stack">
        {why}
        <SignIn wasIn={known.wasIn} />
      </div>
    );
  if (known.codes !== null) return <RecoveryCodes codes={known.codes} />;
  return children(known.session);
};

/** What needs an account: whoever is not signed in signs in first, or makes one. */
export const AccountGate = (props: GateProps) => {
  const known = useSession();
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place, known.state === 'in' && known.codes !== null ? 'codes' : known.state);
  return (
    <div ref={place} tabIndex={-1} className="keeps-focus">
      <Inside {...props} known={known} />
    </div>
  );
};
