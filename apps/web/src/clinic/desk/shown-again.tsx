import type { Form } from './use-form.ts';
import { useDeskWords } from './words.ts';

/** Says that what stands in a form was begun before. */
export const ShownAgain = <Base, Draft>({
  form: { isShownAgain },
}: {
  readonly form: Form<Base, Draft>;
}) => {
  const text = useDeskWords();
  return isShownAgain && <p className="due">{text('begun.again')}</p>;
};
