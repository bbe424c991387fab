/** Does one piece of work after the other. One that fails does not hold up those that wait; its failure is the caller's to tell. */
export const createTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => null);
    // Another promise, on which nobody waits yet: a failure of the first one counts as dealt with.
    return done.then((found) => found);
  };
};
