import type { Hint, RedFlag } from './red-flag.ts';
import { germanHints } from './red-flag-words.ts';

const hint = (label: string, pattern: RegExp): Hint => ({ label, pattern });
const lasting = (label: string, pattern: RegExp): Hint => ({ label, pattern, lasting: true });

/**
 * Red flags: fixed questions and fixed answers, from the claims they name. The words of a text are never put together from
 * what a person wrote.
 */
const table = [
  {
    id: 'anaphylaxis',
    about: 'allergy',
    urgency: 'emergency-now',
    trigger:
      'Lip, tongue or throat swelling, trouble breathing or swallowing, faint, blue or grey after food',
    question:
      'After food, have you had swelling of your lips, tongue or throat? Or trouble breathing or swallowing? Did you feel faint, or turn blue or grey?',
    text: 'If this is happening now: {emergency} Use your adrenaline pen if you have one. End every food experiment. Never try that food again at home. If it has passed, tell a doctor today.',
    blocks: 'food',
    evidence: ['X09'],
    hints: [
      hint(
        'swelling of lips, tongue or throat',
        /\b(?:(?:swell\w*|swollen|swelled|puffy)\b.{0,30}\b(?:lips?|tongue|throat|mouth)|(?:lips?|tongue|throat|mouth)\b.{0,30}\b(?:swell\w*|swollen|puffy))\b/iu,
      ),
      lasting(
        'trouble breathing or swallowing',
        /\b(?:(?:trouble|difficulty|hard|struggl\w+|could ?n[o’']?t|can ?n?[o’']?t|cannot)\b.{0,15}\b(?:breath\w*|swallow\w*)|short(?:ness)? of breath|breathless\w*|throat\b.{0,15}\b(?:clos|tight)\w*|wheez\w*)/iu,
      ),
      lasting('feeling faint', /\b(?:faint(?:ed|ing|ness)?|passed out|syncope|collapsed)\b/iu),
      hint(
        'turning blue or grey',
        /\b(?:lips?|skin|face|turned|went)\b.{0,15}\b(?:blue|gr[ea]y)\b/iu,
      ),
      hint('anaphylaxis', /\b(?:anaphyla\w+|epi-?pen|adrenaline pen)\b/iu),
    ],
  },
  {
    id: 'eczema-herpeticum',
    about: 'skin',
    urgency: 'same-day',
    trigger:
      'Eczema suddenly painful and worse, clustered blisters, 1-3 mm punched-out sores, fever, near the eye',
    question:
      'Has your eczema suddenly become painful and much worse? Do you have groups of blisters, small punched-out sores (1 to 3 mm), a fever with it, or any of this near an eye?',
    text: '{sameDay} Say that you have eczema, and what has changed. Say so if it is near an eye. This can be an infection that needs medicine the same day.',
    blocks: 'food',
    evidence: ['X11'],
    conditions: ['eczema'],
    hints: [
      hint(
        'groups of blisters',
        /\b(?:cluster\w*|group\w*)\b.{0,20}\bblister\w*|\bblisters? everywhere\b/iu,
      ),
      hint('punched-out sores', /\bpunched[- ]out\b/iu),
      hint(
        'sudden painful eczema',
        /\beczema\b.{0,30}\b(?:painful|hurts)\b|\bpainful\b.{0,20}\beczema\b/iu,
      ),
      hint('eczema near an eye', /\b(?:eczema|blister\w*|sores?)\b.{0,25}\beye(?:s|lids?)?\b/iu),
      hint('eczema herpeticum', /\bherpeticum\b/iu),
    ],
  },
  {
    id: 'red-all-over',
    about: 'skin',
    urgency: 'same-day',
    trigger: 'Redness of almost all skin, or many pustules, unwell',
    question:
      'Is almost all of your skin red? Or do you have many spots filled with pus and feel ill?',
    text: '{sameDay} Ask for a skin specialist today.',
    blocks: 'food',
    evidence: ['X12'],
    hints: [
      hint(
        'redness of almost all skin',
        /\b(?:erythroderm\w+|red all over|whole body\b.{0,15}\bred|all my skin\b.{0,15}\bred)\b/iu,
      ),
      hint('many pustules', /\b(?:pustular|(?:many|lots of|covered in) (?:pustules|pus))\b/iu),
    ],
  },
  {
    id: 'acne-fulminans',
    about: 'skin',
    urgency: 'same-day',
    trigger: 'Acne with fever or ulcers (fulminans)',
    question: 'Do you have acne together with a fever, or acne that has turned into open sores?',
    text: '{sameDay} A skin specialist should see you within 24 hours.',
    blocks: 'food',
    evidence: ['X13'],
    conditions: ['acne'],
    hints: [
      hint(
        'acne with fever or open sores',
        /\bacne\b.{0,30}\b(?:fever\w*|ulcer\w*|open sores?)\b|\b(?:fever\w*|ulcer\w*)\b.{0,30}\bacne\b|\bfulminans\b/iu,
      ),
    ],
  },
  {
    id: 'severe-acne',
    about: 'skin',
    urgency: 'see-a-doctor',
    trigger: 'Nodules or cysts, scarring, pigment change, two failed 12-week courses',
    question:
      'Does your acne have deep lumps or cysts? Does it leave scars or dark or pale marks? Or have two courses of 12 weeks not helped?',
    text: '{skinDoctor} Do not wait six weeks first. Food experiments can wait.',
    blocks: 'food',
    evidence: ['X13', 'A18'],
    conditions: ['acne'],
    hints: [
      hint('cysts or nodules', /\b(?:cystic|nodul\w+|acne cysts?|conglobata)\b/iu),
      hint(
        'scars',
        /\b(?:acne|spots?|pimples?)\b.{0,30}\bscar\w*|\bscar\w*\b.{0,30}\b(?:acne|spots?|pimples?)\b|\bscarring\b/iu,
      ),
    ],
  },
  {
    id: 'skin-distress',
    about: 'mind',
    urgency: 'see-a-doctor',
    trigger: 'Distress because of the skin',
    question: 'Does your skin often make you very unhappy, or keep you from seeing people?',
    text: '{doctor} Say how your skin makes you feel. That alone is a good reason to be seen. Food experiments can wait.',
    blocks: 'food',
    evidence: ['X13', 'A13'],
    hints: [
      hint(
        'distress about the skin',
        /\b(?:hate|ashamed of|disgusted by|can[’']?t bear|cannot bear)\b.{0,15}\bmy (?:skin|face)\b/iu,
      ),
    ],
  },
  {
    id: 'suicidal-thoughts',
    about: 'mind',
    urgency: 'same-day',
    trigger: 'Suicidal thoughts',
    question: 'Have you thought of hurting yourself, or that you would rather not live?',
    text: '{crisis} Please do it today. You do not have to be alone with this.',
    blocks: 'food',
    evidence: ['X13', 'A13'],
    hints: [
      hint(
        'thoughts of not living or of self-harm',
        /\b(?:suicid\w*|self[- ]harm\w*|(?:kill|hurt|hurting|harm|harming|end) (?:myself|my life|it all)|want(?:ed)? to die|better off dead|not (?:be )?worth living)\b/iu,
      ),
    ],
  },
  {
    id: 'low-mood-or-body-image',
    about: 'mind',
    urgency: 'see-a-doctor',
    trigger: 'Severe depression, body dysmorphia',
    question:
      'Have you felt very low on most days? Or do you think of how you look for hours a day?',
    text: '{doctor} Ask for help with your mood first. If it gets worse: {crisis}',
    blocks: 'food',
    evidence: ['X13', 'A13'],
    hints: [
      hint('hopelessness', /\b(?:hopeless\w*|severe(?:ly)? depress\w*|worthless\w*)\b/iu),
      hint('body dysmorphia', /\b(?:dysmorph\w+|bdd)\b/iu),
    ],
  },
  {
    id: 'bowel-alarm',
    about: 'gut',
    urgency: 'see-a-doctor',
    trigger:
      'Rectal bleeding, unexplained weight loss, anaemia, lump, night diarrhoea, family bowel or ovarian cancer',
    question:
      'Do you have any of these? Bleeding from your bottom. Losing weight without trying. Too little iron or blood (anaemia). A lump in your belly. Diarrhoea that wakes you at night. Bowel or ovarian cancer in your family.',
    text: '{doctor} Go soon. Tests come before any experiment with your gut.',
    blocks: 'food',
    evidence: ['X10'],
    looseStools: true,
    hints: [
      hint(
        'blood from the bowel',
        /\b(?:rectal bleed\w*|blood\w*\b.{0,15}\b(?:stools?|poo|poop|toilet|bottom)|(?:stools?|poo|poop)\b.{0,15}\bblood\w*)\b/iu,
      ),
      hint('weight loss', /\b(?:weight loss|los(?:t|ing)\b.{0,12}\bweight|unexplained weight)\b/iu),
      lasting('anaemia', /\ban(?:a)?emi[ac]\b/iu),
      hint('diarrhoea at night', /\bdiarrh\w+\b.{0,25}\bnight|\bnight\w*\b.{0,25}\bdiarrh\w+/iu),
      hint('a lump in the belly', /\blump\b.{0,20}\b(?:belly|stomach|abdomen|tummy)\b/iu),
    ],
  },
  {
    id: 'loose-stools-over-60',
    about: 'gut',
    urgency: 'see-a-doctor',
    trigger: 'New loose stools for more than 6 weeks over age 60',
    question: 'Have your stools become looser, for more than 6 weeks?',
    text: '{doctor} Go soon. Tests come before any experiment with your gut.',
    blocks: 'food',
    evidence: ['X10'],
    ageBand: '60-or-over',
    looseStools: true,
    hints: [hint('loose stools', /\b(?:loose|soft|watery|runny) stools?\b|\bdiarrh\w+/iu)],
  },
  {
    id: 'severe-bowel',
    about: 'gut',
    urgency: 'same-day',
    trigger: '6 or more bloody stools a day, fever, severe pain',
    question:
      'Do you have 6 or more bloody stools a day? Or blood in your stools with fever or severe pain?',
    text: '{sameDay} Go to a hospital.',
    blocks: 'food',
    evidence: ['X10'],
    hints: [
      hint(
        'blood in the stools',
        /\b(?:bloody (?:stools?|diarrh\w+)|diarrh\w+\b.{0,15}\bblood\w*)/iu,
      ),
    ],
  },
  {
    id: 'gluten-rash',
    about: 'skin',
    urgency: 'see-a-doctor',
    trigger: 'Itchy blisters on elbows, knees, buttocks',
    question: 'Do you have very itchy blisters on your elbows, knees or buttocks?',
    text: '{skinDoctor} Ask for a coeliac blood test too. Keep eating gluten until both are done.',
    blocks: 'gluten',
    evidence: ['X21'],
    hints: [
      hint(
        'blisters on elbows, knees or buttocks',
        /\bblister\w*\b.{0,30}\b(?:elbows?|knees?|buttocks?|bum)\b|\b(?:elbows?|knees?|buttocks?|bum)\b.{0,30}\bblister\w*|\bdermatitis herpetiformis\b/iu,
      ),
    ],
  },
  {
    id: 'medicine-and-pregnancy',
    about: 'medicine',
    urgency: 'see-a-doctor',
    trigger: 'Isotretinoin, topical retinoid or tetracycline, and pregnancy possible or planned',
    question:
      'Do you use isotretinoin, a retinoid cream or a tetracycline, and are you pregnant, or could you become pregnant?',
    text: 'Talk with whoever prescribed it, today if you may be pregnant. Only their rules count. We can remind you of them. We give no advice on these medicines.',
    blocks: 'nothing',
    evidence: ['X14'],
    hints: [
      hint(
        'one of these medicines',
        /\b(?:isotretinoin|accutane|roaccutane|tretinoin|adapalene|tazarotene|retinoids?|tetracycline|doxycycline|lymecycline|minocycline|oxytetracycline)\b/iu,
      ),
    ],
  },
  {
    id: 'child-with-eczema',
    about: 'child',
    urgency: 'not-this-feature',
    trigger: 'Infant or child with eczema',
    question: null,
    text: 'Food and eczema in a child is for a specialist. Do not take away or bring back egg, milk, peanut, nuts or wheat on your own. {doctor}',
    blocks: 'food',
    evidence: ['X06', 'X22'],
    ageBand: 'under-18',
    conditions: ['eczema'],
    hints: [],
  },
  {
    id: 'child-with-psoriasis',
    about: 'child',
    urgency: 'see-a-doctor',
    trigger: 'Child with psoriasis',
    question: null,
    text: '{skinDoctor} A child with psoriasis should be seen by a specialist.',
    blocks: 'nothing',
    evidence: ['X12'],
    ageBand: 'under-18',
    conditions: ['psoriasis'],
    hints: [],
  },
] as const satisfies readonly RedFlag[];

export type RedFlagId = (typeof table)[number]['id'];
export const redFlags: readonly RedFlag<RedFlagId>[] = table.map((flag) => ({
  ...flag,
  hints: [...flag.hints, ...(germanHints.get(flag.id) ?? [])],
}));
