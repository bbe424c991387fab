import type { Invitation } from '@zonula/cohort';
import type { Category } from '@zonula/diary';
import { type ReactNode, useId, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { dayInWords } from '../../../days.ts';
import { i18n } from '../../../i18n/i18n.ts';
import { useLive } from '../../../journal/context.tsx';
import { categoriesIn, givenOf, withheldOf, wordsIn } from './taking-part.ts';
import { useStudyWords } from './words.ts';

const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

export const Paragraphs = ({ words }: { readonly words: string }) =>
  words.split(/\n\s*\n/u).map((paragraph) => <p key={paragraph}>{paragraph}</p>);

/** What a study asks for, and what the person would give: nothing that they did not tick, and nothing before they agree. */
export const InvitationCard = ({
  invitation,
  person,
  onAgree,
  onCancel,
}: {
  readonly invitation: Invitation;
  readonly person: string;
  readonly onAgree: (without: readonly Category[]) => void;
  readonly onCancel: () => void;
}) => {
  const text = useStudyWords();
  const diary = useLive((journal) => journal.diary(), []);
  const hint = useId();
  const [ticked, setTicked] = useState<readonly Category[]>([]);
  const [agreed, setAgreed] = useState(false);
  if (diary === undefined) return null;
  const without = withheldOf(ticked);
  const { title, by, contact, purpose, wording } = invitation;
  const { language, words } = wordsIn(invitation, i18n.locale);
  const days = [
    ...new Set(givenOf(diary, without).observations.map((one) => one.date)),
  ].sort() as readonly string[];
  const tick = (category: Category, on: boolean): void => {
    const next = on ? [...ticked, category] : ticked.filter((one) => one !== category);
    setTicked(next);
    if (next.length === 0) setAgreed(false);
  };
  const offered = categoriesIn(diary);
  return (
    <div className="leaf stack">
      <h4>
        <bdi>{title}</bdi>
      </h4>
      <dl className="study-facts">
        <Fact name={text('by')}>{by}</Fact>
        <Fact name={text('contact')}>{contact}</Fact>
        <Fact name={text('purpose')}>{purpose}</Fact>
        <Fact name={text('wording')}>{wording}</Fact>
      </dl>
      <section className="study-words" aria-label={text('words')} lang={language}>
        <Paragraphs words={words} />
      </section>
      <fieldset className="study-gives">
        <legend>{text('gives')}</legend>
        {offered.map((category) => (
          <Checkbox
            key={category}
            className="choice"
            isSelected={ticked.includes(category)}
            onChange={(on) => tick(category, on)}
          >
            {category === 'note' || category === 'day' ? category : text(`category.${category}`)}
          </Checkbox>
        ))}
      </fieldset>
      <p id={hint}>
        {days.length === 0
          ? text(offered.length === 0 ? 'nothing' : 'choose')
          : text('span', {
              days: days.length,
              from: dayInWords(days[0]!, i18n.locale, date),
              to: dayInWords(days.at(-1)!, i18n.locale, date),
            })}
      </p>
      <p>{text('stays', { person })}</p>
      <p>{text('back')}</p>
      {offered.length > 0 && (
        <Checkbox
          className="choice study-agree"
          isSelected={agreed}
          isDisabled={days.length === 0}
          onChange={setAgreed}
          aria-describedby={hint}
        >
          {text('agree')}
        </Checkbox>
      )}
      <div className="actions">
        <Button
          className="button main"
          isDisabled={!agreed || days.length === 0}
          onPress={() => onAgree(without)}
        >
          {text('save')}
        </Button>
        <Button className="button" onPress={onCancel}>
          {text('cancel')}
        </Button>
      </div>
    </div>
  );
};
