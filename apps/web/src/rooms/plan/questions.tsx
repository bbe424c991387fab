import { type FormEvent, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import type { DoctorQuestion } from '../../workers/care/questions.ts';
import { putBack } from '../today/put-back.ts';
import { longestQuestion, mostQuestions, useKept } from './kept.ts';
import { type PlanKey, usePlanWords } from './words.ts';

const listed = (names: readonly string[], and: string): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${and} ${names[names.length - 1]}`;

/** What to ask at the next visit: ideas from the plan, and the person's own. */
export const Questions = ({ ideas }: { readonly ideas: readonly DoctorQuestion[] }) => {
  const text = usePlanWords();
  const { kept, keep } = useKept();
  const [typed, setTyped] = useState('');
  if (kept === undefined) return null;
  const { questions } = kept;
  const full = questions.length >= mostQuestions;
  const add = (question: string): Promise<void> =>
    keep(
      (before) => ({
        ...before,
        questions: [...new Set([...before.questions, question])].slice(0, mostQuestions),
      }),
      text('questions.kept', { question }),
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const question = typed.trim();
    if (question === '' || full) return;
    setTyped('');
    if (!questions.includes(question)) void putBack(setTyped, typed, () => add(question));
  };
  const open = ideas
    .map(({ code, names }) =>
      text(`question.${code}` as PlanKey, { names: listed(names, text('and')) }),
    )
    .filter((question) => !questions.includes(question));
  return (
    <section className="stack" aria-labelledby="doctor-questions">
      <h2 id="doctor-questions">{text('questions')}</h2>
      <p className="soft">{text('questions.lead')}</p>
      {questions.length > 0 && (
        <ol className="kept-questions">
          {questions.map((question) => (
            <li key={question}>
              <div className="kept-question">
                <span className="serif">{question}</span>
                <Button
                  className="button plain round"
                  aria-label={text('questions.remove', { question })}
                  onPress={() =>
                    void keep(
                      (before) => ({
                        ...before,
                        questions: before.questions.filter((one) => one !== question),
                      }),
                      text('questions.removed', { question }),
                    )
                  }
                >
                  {'×'}
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
      {full ? (
        <p className="soft small">{text('questions.full')}</p>
      ) : (
        <>
          {open.length > 0 && (
            <div className="stack tight">
              <h3>{text('questions.ideas')}</h3>
              <div className="suggestions">
                {open.map((question) => (
                  <Button key={question} className="suggestion" onPress={() => void add(question)}>
                    {`+ ${question}`}
                  </Button>
                ))}
              </div>
            </div>
          )}
          <form onSubmit={submit}>
            <TextField
              className="field"
              value={typed}
              onChange={setTyped}
              maxLength={longestQuestion}
            >
              <Label>{text('questions.own')}</Label>
              <div className="question-line">
                <Input className="input" />
                <Button className="button" type="submit" isDisabled={typed.trim() === ''}>
                  {text('questions.add')}
                </Button>
              </div>
            </TextField>
          </form>
        </>
      )}
    </section>
  );
};
