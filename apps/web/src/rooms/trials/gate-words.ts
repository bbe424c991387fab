import type { GateReason } from '@zonula/safety';

type Words = Pick<GateReason, 'text' | 'wayOut'>;

const withCare =
  'Geh zu einer Ärztin oder einem Arzt und frag nach einer Ernährungsberatung. Was ihr zusammen herausfindet, lässt sich hier aufschreiben.';
const seeDoctor = 'Geh zu einer Ärztin oder einem Arzt.';

/** Reasons of the gates in German, by their code. */
const german = new Map<string, Words>([
  [
    'under-18',
    {
      text: 'Du bist unter 18. Dein Körper wächst noch, darum sind Versuche mit Essen nichts für diese App.',
      wayOut: `${seeDoctor} Schlaf, Stress und Hautpflege sind weiter für dich da.`,
    },
  ],
  [
    'eating-disorder',
    {
      text: 'Du hast oder hattest eine Essstörung. Regeln fürs Essen können sie zurückbringen oder verschlimmern.',
      wayOut:
        'Sprich mit den Menschen, die dir geholfen haben, oder mit einer Ärztin. Schlaf, Stress und Hautpflege sind weiter für dich da.',
    },
  ],
  [
    'pregnant-or-breastfeeding',
    {
      text: 'In der Schwangerschaft und in der Stillzeit braucht ihr beide alle deine Lebensmittel.',
      wayOut: `${withCare} Oder warte, bis diese Zeit vorbei ist.`,
    },
  ],
  [
    'maybe-pregnant',
    {
      text: 'Du könntest schwanger sein. In der Schwangerschaft braucht ihr beide alle deine Lebensmittel.',
      wayOut: 'Mach einen Schwangerschaftstest. Beantworte die Frage dann noch einmal.',
    },
  ],
  [
    'low-weight',
    {
      text: 'Dein Gewicht ist niedrig. Weniger Lebensmittel könnten es weiter senken.',
      wayOut: withCare,
    },
  ],
  [
    'food-allergy',
    {
      text: 'Du hast oder hattest eine Lebensmittelallergie. Etwas wegzulassen und wieder zu essen kann gefährlich werden.',
      wayOut: `${seeDoctor} Frag nach einer Allergologin. Solche Versuche gehören dorthin.`,
    },
  ],
  [
    'diabetes-medicine',
    {
      text: 'Du nimmst Insulin oder ein anderes Mittel gegen Diabetes. Ändert sich das Essen, passt die Dosis vielleicht nicht mehr.',
      wayOut: 'Frag dein Diabetes-Team oder deine Ärztin. Sie können beides zusammen ändern.',
    },
  ],
  [
    'coeliac-test',
    {
      text: 'Du hast noch kein Ergebnis eines Zöliakietests. Ohne Gluten kann der Test fälschlich sagen, alles sei gut.',
      wayOut: `${seeDoctor} Frag nach dem Bluttest auf Zöliakie. Iss davor 6 Wochen lang bei mehr als einer Mahlzeit am Tag Gluten.`,
    },
  ],
  [
    'coeliac-disease',
    {
      text: 'Mit Zöliakie ist Gluten nichts, was man zu Hause prüft.',
      wayOut: `${seeDoctor} Oder frag die Ernährungsberatung, die dich kennt.`,
    },
  ],
  [
    'one-food-at-a-time',
    {
      text: 'Immer nur ein Lebensmittel, sonst kann niemand sagen, welches es war, und du isst zu wenig.',
      wayOut: 'Bring den laufenden Versuch zu Ende, oder wähle ein einziges Lebensmittel.',
    },
  ],
  [
    'longer-than-8-weeks',
    {
      text: 'Ein Lebensmittel darf höchstens 8 Wochen fehlen.',
      wayOut: 'Wähle eine kürzere Zeit. Sind 8 Wochen vorbei, iss es wieder.',
    },
  ],
  [
    'medicine',
    {
      text: 'Ein Medikament wird hier nicht geprüft.',
      wayOut: 'Nimm es weiter wie vereinbart und sprich mit der Person, die es verschrieben hat.',
    },
  ],
  [
    'oral-aloe',
    {
      text: 'Aloe zum Essen oder Trinken kann schaden. Wir planen nichts, bei dem du sie nimmst.',
      wayOut: 'Frag in der Apotheke oder eine Ärztin, bevor du mehr davon nimmst.',
    },
  ],
  [
    'harmful',
    {
      text: 'Tage damit könnten schaden, darum planen wir keine.',
      wayOut: 'Dein Tagebuch kann trotzdem zeigen, was damit einhergeht.',
    },
  ],
  [
    'not-asked:foodContents',
    {
      text: 'Wir wissen nicht, woraus das besteht. Darum lässt sich nicht sagen, was es hieße, ohne es zu sein.',
      wayOut: 'Sag, was darin ist.',
    },
  ],
]);

const foods = new Map([
  ['milk', 'Milch'],
  ['egg', 'Ei'],
  ['peanut', 'Erdnuss'],
  ['tree-nut', 'Nüsse'],
  ['fish', 'Fisch'],
  ['shellfish', 'Meeresfrüchte'],
  ['wheat', 'Weizen'],
]);

/** The food of a clinician's agreement, as the person calls it. */
export const agreedFoodIn = (language: string, food: string): string =>
  language === 'de' ? (foods.get(food) ?? food) : food.replaceAll('-', ' ');

export interface SaidReason extends Words {
  /** Language of the way out: warning signs have fixed English texts. */
  readonly language: 'en' | null;
}

/** A reason in the person's language; fixed texts about warning signs stay as they are. */
export const reasonIn = (language: string, { code, text, wayOut }: GateReason): SaidReason => {
  if (language !== 'de') return { text, wayOut, language: null };
  const known = german.get(code);
  if (known !== undefined) return { ...known, language: null };
  if (code.startsWith('clinician-agreement:')) {
    const food = agreedFoodIn('de', code.slice('clinician-agreement:'.length));
    return {
      text: `Du hast Neurodermitis. Nach einer Zeit ohne ${food} kann der erste Bissen eine starke Reaktion bringen.`,
      wayOut: `${seeDoctor} Frag, ob zu Hause wieder ${food} dazukommen darf. Wenn ja, schreib den Tag auf.`,
      language: null,
    };
  }
  if (code.startsWith('red-flag:'))
    return { text: 'Etwas Dringenderes kommt zuerst.', wayOut, language: 'en' };
  return {
    text: 'Eine Frage ist noch offen, und keine Antwort ist kein Nein.',
    wayOut,
    language: 'en',
  };
};
