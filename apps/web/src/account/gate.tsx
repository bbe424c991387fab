import './account.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Failed } from './failed.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import type { Session } from './server.ts';
import { lookAtSession } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { useSession } from './use-session.ts';
import { useAccountWords } from './words.ts';

/** What needs an account: whoever is not signed in signs in first, or makes one. */
export const AccountGate = ({
  why,
  children,
}: {
  /** What the account is for here; shown to whoever is not signed in. */
  readonly why: ReactNode;
  readonly children: (session: Session) => ReactNode;
}) => {
  const text = useAccountWords();
  const known = useSession();
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
