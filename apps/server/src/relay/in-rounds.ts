/** What came of one request of a round. */
export type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

/**
 * Does together what is asked while earlier rounds are under way: alone, a request waits for nothing; when many come at
 * once, a round of them costs the database little more than one. At most `parallel` rounds of `most` requests at a time.
 * When a round as a whole fails, each of its requests is tried alone, so that none fails for another.
 */
export const inRounds = <Asked, Result>(
  run: (asked: readonly Asked[]) => Promise<readonly Outcome<Result>[]>,
  { most, parallel }: { readonly most: number; readonly parallel: number },
): ((asked: Asked) => Promise<Result>) => {
  interface Waiting {
    readonly asked: Asked;
    readonly settle: (outcome: Outcome<Result>) => void;
  }
  let waiting: Waiting[] = [];
  let running = 0;
  const outcomesOf = async (round: readonly Waiting[]): Promise<readonly Outcome<Result>[]> => {
    try {
      return await run(round.map(({ asked }) => asked));
    } catch (error) {
      if (round.length === 1) return [{ error }];
      return (await Promise.all(round.map((one) => outcomesOf([one])))).flat();
    }
  };
  const next = async (): Promise<void> => {
    if (running >= parallel || waiting.length === 0) return;
    running++;
    const round = waiting.slice(0, most);
    waiting = waiting.slice(most);
    const outcomes = await outcomesOf(round);
    running--;
    for (const [k, { settle }] of round.entries()) settle(outcomes[k]!);
    void next();
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      const settle = (outcome: Outcome<Result>): void =>
        'error' in outcome ? reject(outcome.error) : resolve(outcome.result);
      waiting.push({ asked, settle });
      void next();
    });
};
