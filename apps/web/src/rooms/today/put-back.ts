/**
 * Keeps words whose field was emptied at once. What could not be kept is put back, unless something else was typed since; the failure goes on to
 * whoever tells it.
 */
export const putBack = async (
  set: (change: (now: string) => string) => void,
  typed: string,
  keep: () => Promise<unknown>,
): Promise<void> => {
  try {
    await keep();
  } catch (error) {
    set((now) => (now === '' ? typed : now));
    throw error;
  }
};
