import { type CountryProfile, inCountry } from './country.ts';
import { redFlags } from './red-flags.ts';

/** Why a gate is shut, and what opens it or where to go instead. */
export interface GateReason {
  readonly code: string;
  readonly text: string;
  readonly wayOut: string;
}

type Words = Pick<GateReason, 'text' | 'wayOut'>;

const withCare =
  '{doctor} Ask for a dietitian. What you find out together can be written down here.';

const reasons = new Map<string, Words>([
  [
    'under-18',
    {
      text: 'You are under 18. Your body still grows, so food experiments are not for this app.',
      wayOut: '{doctor} Sleep, stress and skincare are still here for you.',
    },
  ],
  [
    'eating-disorder',
    {
      text: 'You said that you have or had an eating disorder. Food rules can bring it back or make it worse.',
      wayOut:
        'Talk with the people who helped you, or with a doctor. Sleep, stress and skincare are still here for you.',
    },
  ],
  [
    'pregnant-or-breastfeeding',
    {
      text: 'In pregnancy and while breastfeeding, you and the baby need all your foods.',
      wayOut: `${withCare} Or wait until that time is over.`,
    },
  ],
  [
    'maybe-pregnant',
    {
      text: 'You may be pregnant. In pregnancy you and the baby need all your foods.',
      wayOut: 'Do a pregnancy test. Then answer the question again.',
    },
  ],
  [
    'low-weight',
    { text: 'Your weight is low. Having fewer foods could make it lower.', wayOut: withCare },
  ],
  [
    'food-allergy',
    {
      text: 'You have or had a food allergy. Going without a food and having it again can bring a dangerous reaction.',
      wayOut: '{doctor} Ask for an allergy specialist. Tests like this belong there.',
    },
  ],
  [
    'diabetes-medicine',
    {
      text: 'You take insulin or another medicine for diabetes. When food changes, the dose may no longer fit.',
      wayOut: '{doctor} Or ask your diabetes team. They can change both together.',
    },
  ],
  [
    'coeliac-test',
    {
      text: 'You have no coeliac test result yet. Without gluten the test can wrongly say that all is well.',
      wayOut:
        '{doctor} Ask for the coeliac blood test. Before it, eat gluten in more than one meal a day for 6 weeks.',
    },
  ],
  [
    'coeliac-disease',
    {
      text: 'With coeliac disease, gluten is not a thing to test at home.',
      wayOut: '{doctor} Or ask the dietitian who knows you.',
    },
  ],
  [
    'one-food-at-a-time',
    {
      text: 'Only one food at a time, or nobody can say which one it was, and you eat too little.',
      wayOut: 'Finish the experiment that runs, or choose one food.',
    },
  ],
  [
    'longer-than-8-weeks',
    {
      text: 'A food may be out for at most 8 weeks.',
      wayOut: 'Choose a shorter time. If 8 weeks are over, eat it again.',
    },
  ],
  [
    'medicine',
    {
      text: 'A medicine is not a thing to test here.',
      wayOut: 'Keep taking it as agreed, and talk with whoever prescribed it.',
    },
  ],
  [
    'oral-aloe',
    {
      text: 'Aloe to eat or drink can do harm, so we plan nothing that has you take it.',
      wayOut: 'Ask a pharmacist or a doctor before you take more.',
    },
  ],
  [
    'harmful',
    {
      text: 'Days with it could do harm, so we plan none.',
      wayOut: 'Your diary can still show what goes with it.',
    },
  ],
  [
    'not-asked:foodContents',
    {
      text: 'We do not know what this food is made of. So we cannot tell what going without it would mean.',
      wayOut: 'Say what is in it.',
    },
  ],
]);

const questions = new Map<string, string>([
  ['ageBand', 'How old are you: under 18, 18 to 59, or 60 or over?'],
  ['pregnancy', 'Are you pregnant or breastfeeding, or could you be pregnant?'],
  ['eatingDisorder', 'Do you have an eating disorder, or did you ever have one?'],
  ['weight', 'Is your weight low for your height, or did somebody tell you so?'],
  ['foodAllergies', 'Are you allergic to a food, or were you ever?'],
  ['diabetesMedicine', 'Do you take insulin or another medicine for diabetes?'],
  ['coeliacTest', 'Did you have a blood test for coeliac disease, and what did it say?'],
  ['conditions', 'Which skin or gut conditions has a doctor named?'],
]);

/** Questions of the gates, by the field of the profile that holds the answer. */
export const gateQuestions: ReadonlyMap<string, string> = questions;

const unasked = (code: string): Words | null => {
  const field = code.slice('not-asked:'.length);
  const question =
    questions.get(field) ?? redFlags.find(({ id }) => `redFlags.${id}` === field)?.question;
  return question
    ? { text: 'A question is still open, and no answer is not a no.', wayOut: question }
    : null;
};

const particular = (code: string): Words | null => {
  if (code.startsWith('red-flag:')) {
    const flag = redFlags.find(({ id }) => `red-flag:${id}` === code);
    return flag ? { text: 'Something more urgent comes first.', wayOut: flag.text } : null;
  }
  if (code.startsWith('clinician-agreement:')) {
    const food = code.slice('clinician-agreement:'.length);
    return {
      text: `You have eczema. After a time without ${food}, the first bite again can bring a strong reaction.`,
      wayOut: `{doctor} Ask whether you may have ${food} again at home. If the answer is yes, write down the day.`,
    };
  }
  return null;
};

const said = new Map<string, GateReason>();

/** The words for a code of a gate. Throws `RangeError` for a code that no gate gives. */
export const gateReason = (code: string, country: CountryProfile): GateReason => {
  const key = `${country} ${code}`;
  const before = said.get(key);
  if (before) return before;
  const words = reasons.get(code) ?? unasked(code) ?? particular(code);
  if (!words) throw new RangeError(`no gate gives ${code}`);
  const reason = {
    code,
    text: inCountry(words.text, country),
    wayOut: inCountry(words.wayOut, country),
  };
  said.set(key, reason);
  return reason;
};
