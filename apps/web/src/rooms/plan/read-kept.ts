/** An action that the person does, with the steps that are ticked. */
export interface Taken {
  readonly id: string;
  /** Day on which they began. */
  readonly since: string;
  readonly done: readonly number[];
}

export interface Kept {
  readonly taken: readonly Taken[];
  /** For the next visit, in the person's own words. */
  readonly questions: readonly string[];
}

const isTaken = (value: unknown): value is Taken => {
  const { id, since, done } = Object(value) as Partial<Taken>;
  return typeof id === 'string' && typeof since === 'string' && Array.isArray(done);
};

/** What was kept; whatever has another shape counts as not there. */
export const readKept = (value: unknown): Kept => {
  const { taken, questions } = Object(value) as Partial<Kept>;
  return {
    taken: Array.isArray(taken) ? taken.filter(isTaken) : [],
    questions: Array.isArray(questions)
      ? questions.filter((one): one is string => typeof one === 'string')
      : [],
  };
};
