import { useState } from 'react';
import { type Task, useTask } from '../use-task.ts';
import { type Part, type Theirs, useDesk } from './catalogue.tsx';
import { type DeskAppointment, previewCatalogue, readUnfit } from './server.ts';

export interface Edit<Value> {
  readonly task: Task;
  /** Looks whether appointments would not fit any more, and saves (or takes out: null) where none would. */
  readonly submit: (value: Value | null) => void;
  /** Appointments that would not fit; saved only when somebody says so. */
  readonly unfit: readonly DeskAppointment[];
  readonly saveAnyway: () => void;
  readonly dontSave: () => void;
  /** What somebody else made of it meanwhile: nothing was saved, and saving again puts the own in its place. */
  readonly theirs: Theirs<Value> | null;
}

/** Saving what a form edits, of which `base` was there when it was opened. */
export const useEdit = <Value>(
  part: Part<Value>,
  base: Value | null,
  onSaved: () => void,
): Edit<Value> => {
  const desk = useDesk();
  const task = useTask();
  const [known, setKnown] = useState(base);
  const [theirs, setTheirs] = useState<Theirs<Value> | null>(null);
  const [asked, setAsked] = useState<{
    readonly value: Value | null;
    readonly unfit: readonly DeskAppointment[];
  } | null>(null);
  const save = async (value: Value | null): Promise<void> => {
    setAsked(null);
    const found = await desk.save(part, known, value);
    setTheirs(found);
    if (found === null) onSaved();
    else setKnown(found.value);
  };
  const submit = (value: Value | null): void =>
    task.run(async () => {
      const [preview, before] = await Promise.all([
        previewCatalogue(part.write(desk.catalogue, value)),
        readUnfit(),
      ]);
      const unfit = preview.unfit.filter(({ id }) => !before.some((one) => one.id === id));
      if (unfit.length > 0) setAsked({ value, unfit });
      else await save(value);
    });
  return {
    task,
    submit,
    unfit: asked?.unfit ?? [],
    saveAnyway: () => asked !== null && task.run(() => save(asked.value)),
    dontSave: () => setAsked(null),
    theirs,
  };
};
