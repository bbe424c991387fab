import { createContext, type ReactNode, useContext, useState } from 'react';

const SaidContext = createContext<(text: string) => void>(() => {});

/** Says something that was done, above whatever is shown next, also to a screen reader. */
export const useSaid = (): ((text: string) => void) => useContext(SaidContext);

export const WithSaid = ({ children }: { readonly children: ReactNode }) => {
  const [said, setSaid] = useState('');
  return (
    <SaidContext value={setSaid}>
      <p role="status" className="desk-said">
        {said}
      </p>
      {children}
    </SaidContext>
  );
};
