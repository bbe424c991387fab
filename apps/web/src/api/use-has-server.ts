import { useEffect, useState } from 'react';
import { hasServer } from './offers.ts';

/** Whether the app's host has an API beside it; false until that is known. */
export const useHasServer = (): boolean => {
  const [offered, setOffered] = useState(false);
  useEffect(() => {
    let current = true;
    hasServer().then(
      (found) => current && setOffered(found),
      // Not to be reached: then it is as if there were none.
      () => {},
    );
    return () => {
      current = false;
    };
  }, []);
  return offered;
};
