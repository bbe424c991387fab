import {
  type CountryProfile,
  countryProfiles,
  gateReason,
  inCountry,
  redFlags,
} from '@zonula/safety';

/** Whole sentences, so that a fixed text stays readable with each of them. */
const helpers: Readonly<Record<CountryProfile, Readonly<Record<string, string>>>> = {
  UK: {
    emergency: 'Ruf 999 an (oder 112).',
    sameDay:
      'Hol dir heute ärztliche Hilfe: Ruf deine Hausarztpraxis (GP) oder NHS 111 an, oder geh in die Notaufnahme (A&E).',
    doctor: 'Geh zu deiner Hausärztin oder deinem Hausarzt (GP).',
    skinDoctor: 'Bitte deine Hausarztpraxis (GP) um eine Überweisung in die Hautarztpraxis.',
    crisis:
      'Ruf NHS 111 an und wähle die Auswahl für seelische Gesundheit, oder ruf die Samaritans an: 116 123. Wenn du in Gefahr sein könntest, ruf 999 an (oder 112).',
  },
  US: {
    emergency: 'Ruf 911 an.',
    sameDay:
      'Hol dir heute ärztliche Hilfe: Ruf deine Ärztin oder deinen Arzt an, oder geh in eine Urgent-Care-Praxis oder eine Notaufnahme.',
    doctor: 'Geh zu deiner Ärztin oder deinem Arzt.',
    skinDoctor: 'Geh in eine Hautarztpraxis, oder lass dich dorthin überweisen.',
    crisis: 'Ruf 988 an oder schreib dorthin. Wenn du in Gefahr sein könntest, ruf 911 an.',
  },
  EU: {
    emergency: 'Ruf 112 an.',
    sameDay:
      'Hol dir heute ärztliche Hilfe: Ruf deine Arztpraxis oder den Bereitschaftsdienst an (116 117 in einigen Ländern), oder geh in eine Notaufnahme.',
    doctor: 'Geh zu deiner Ärztin oder deinem Arzt.',
    skinDoctor: 'Geh in eine Hautarztpraxis, oder lass dich dorthin überweisen.',
    crisis:
      'Ruf 112 an, wenn du in Gefahr sein könntest. In einigen Ländern kannst du unter 116 123 mit jemandem sprechen. Oder geh in eine Notaufnahme.',
  },
  elsewhere: {
    emergency:
      'Ruf den Notruf deines Landes an (112 in der EU, 999 im Vereinigten Königreich, 911 in den USA).',
    sameDay: 'Hol dir heute ärztliche Hilfe: Ruf eine Arztpraxis an, oder geh in ein Krankenhaus.',
    doctor: 'Geh zu einer Ärztin oder einem Arzt.',
    skinDoctor: 'Geh in eine Hautarztpraxis, oder lass dich dorthin überweisen.',
    crisis:
      'Ruf ein Krisentelefon an, oder geh in ein Krankenhaus. Wenn du in Gefahr sein könntest, ruf den Notruf deines Landes an (112 in der EU, 999 im Vereinigten Königreich, 911 in den USA).',
  },
};

/** Question and answer of each warning sign. */
const flags: ReadonlyMap<string, { readonly question: string | null; readonly text: string }> =
  new Map([
    [
      'anaphylaxis',
      {
        question:
          'Sind dir nach dem Essen Lippen, Zunge oder Hals angeschwollen? Oder hattest du Mühe beim Atmen oder Schlucken? Wurde dir schwach, oder wurdest du blau oder grau?',
        text: 'Wenn es jetzt gerade passiert: {emergency} Benutze deinen Adrenalin-Pen, wenn du einen hast. Beende jeden Versuch mit Essen. Probiere dieses Lebensmittel nie wieder zu Hause. Wenn es vorbei ist, sag es heute einer Ärztin oder einem Arzt.',
      },
    ],
    [
      'eczema-herpeticum',
      {
        question:
          'Ist deine Neurodermitis plötzlich schmerzhaft und viel schlimmer geworden? Hast du Bläschen in Gruppen, kleine wie ausgestanzte Wunden (1 bis 3 mm), Fieber dabei, oder etwas davon nah am Auge?',
        text: '{sameDay} Sag, dass du Neurodermitis hast und was sich geändert hat. Sag es, wenn es nah am Auge ist. Das kann eine Infektion sein, die noch am selben Tag ein Medikament braucht.',
      },
    ],
    [
      'red-all-over',
      {
        question:
          'Ist fast deine ganze Haut rot? Oder hast du viele Pusteln mit Eiter und fühlst dich krank?',
        text: '{sameDay} Frag heute nach einer Hautärztin oder einem Hautarzt.',
      },
    ],
    [
      'acne-fulminans',
      {
        question:
          'Hast du Akne zusammen mit Fieber, oder Akne, aus der offene Wunden geworden sind?',
        text: '{sameDay} Eine Hautärztin oder ein Hautarzt sollte dich innerhalb von 24 Stunden sehen.',
      },
    ],
    [
      'severe-acne',
      {
        question:
          'Hat deine Akne tiefe Knoten oder Zysten? Hinterlässt sie Narben oder dunkle oder helle Flecken? Oder haben zwei Mittel, je 12 Wochen lang, nicht geholfen?',
        text: '{skinDoctor} Warte nicht erst sechs Wochen. Versuche mit Essen können warten.',
      },
    ],
    [
      'skin-distress',
      {
        question:
          'Macht deine Haut dich oft sehr unglücklich, oder hält sie dich davon ab, Menschen zu treffen?',
        text: '{doctor} Sag, wie es dir mit deiner Haut geht. Das allein ist ein guter Grund, hinzugehen. Versuche mit Essen können warten.',
      },
    ],
    [
      'suicidal-thoughts',
      {
        question:
          'Hast du daran gedacht, dir etwas anzutun, oder lieber nicht mehr leben zu wollen?',
        text: '{crisis} Bitte tu es heute. Du musst damit nicht allein sein.',
      },
    ],
    [
      'low-mood-or-body-image',
      {
        question:
          'Warst du an den meisten Tagen sehr niedergeschlagen? Oder denkst du stundenlang am Tag daran, wie du aussiehst?',
        text: '{doctor} Frag zuerst nach Hilfe für deine Stimmung. Wenn es schlimmer wird: {crisis}',
      },
    ],
    [
      'bowel-alarm',
      {
        question:
          'Hast du etwas davon? Blut aus dem Po. Gewicht verlieren, ohne es zu wollen. Zu wenig Eisen oder Blut (Blutarmut). Einen Knoten im Bauch. Durchfall, der dich nachts weckt. Darm- oder Eierstockkrebs in deiner Familie.',
        text: '{doctor} Geh bald. Untersuchungen kommen vor jedem Versuch mit deinem Darm.',
      },
    ],
    [
      'loose-stools-over-60',
      {
        question: 'Ist dein Stuhl seit mehr als 6 Wochen weicher geworden?',
        text: '{doctor} Geh bald. Untersuchungen kommen vor jedem Versuch mit deinem Darm.',
      },
    ],
    [
      'severe-bowel',
      {
        question:
          'Hast du 6 oder mehr blutige Stühle am Tag? Oder Blut im Stuhl mit Fieber oder starken Schmerzen?',
        text: '{sameDay} Geh in ein Krankenhaus.',
      },
    ],
    [
      'gluten-rash',
      {
        question: 'Hast du stark juckende Bläschen an Ellbogen, Knien oder Po?',
        text: '{skinDoctor} Bitte auch um einen Bluttest auf Zöliakie. Iss weiter Gluten, bis beides getan ist.',
      },
    ],
    [
      'medicine-and-pregnancy',
      {
        question:
          'Nimmst du Isotretinoin, eine Creme mit Retinoid oder ein Tetracyclin, und bist du schwanger oder könntest es werden?',
        text: 'Sprich mit dem, der es verschrieben hat, noch heute, wenn du schwanger sein könntest. Nur deren Regeln zählen. Wir können dich an sie erinnern. Zu diesen Medikamenten geben wir keinen Rat.',
      },
    ],
    [
      'child-with-eczema',
      {
        question: null,
        text: 'Essen und Neurodermitis bei einem Kind sind etwas für Fachleute. Nimm Ei, Milch, Erdnuss, Nüsse oder Weizen nicht allein weg und führe sie nicht allein wieder ein. {doctor}',
      },
    ],
    [
      'child-with-psoriasis',
      {
        question: null,
        text: '{skinDoctor} Ein Kind mit Schuppenflechte sollte von Fachleuten gesehen werden.',
      },
    ],
  ]);

const withCare =
  '{doctor} Frag nach einer Ernährungsberatung. Was ihr zusammen herausfindet, lässt sich hier aufschreiben.';

/** Reasons of the gates by code. */
const gates: ReadonlyMap<string, { readonly text: string; readonly wayOut: string }> = new Map([
  [
    'under-18',
    {
      text: 'Du bist unter 18. Dein Körper wächst noch, darum sind Versuche mit Essen nichts für diese App.',
      wayOut: '{doctor} Schlaf, Stress und Hautpflege sind weiter für dich da.',
    },
  ],
  [
    'eating-disorder',
    {
      text: 'Du hast gesagt, dass du eine Essstörung hast oder hattest. Regeln fürs Essen können sie zurückbringen oder verschlimmern.',
      wayOut:
        'Sprich mit den Menschen, die dir geholfen haben, oder mit einer Ärztin oder einem Arzt. Schlaf, Stress und Hautpflege sind weiter für dich da.',
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
      text: 'Du hast oder hattest eine Lebensmittelallergie. Etwas wegzulassen und wieder zu essen, kann eine gefährliche Reaktion bringen.',
      wayOut:
        '{doctor} Frag nach einer Allergologin oder einem Allergologen. Solche Tests gehören dorthin.',
    },
  ],
  [
    'diabetes-medicine',
    {
      text: 'Du nimmst Insulin oder ein anderes Mittel gegen Diabetes. Wenn sich das Essen ändert, passt die Dosis vielleicht nicht mehr.',
      wayOut: '{doctor} Oder frag dein Diabetes-Team. Sie können beides zusammen ändern.',
    },
  ],
  [
    'coeliac-test',
    {
      text: 'Du hast noch kein Ergebnis eines Zöliakietests. Ohne Gluten kann der Test fälschlich sagen, dass alles gut ist.',
      wayOut:
        '{doctor} Bitte um den Bluttest auf Zöliakie. Iss davor 6 Wochen lang Gluten bei mehr als einer Mahlzeit am Tag.',
    },
  ],
  [
    'coeliac-disease',
    {
      text: 'Bei Zöliakie ist Gluten nichts, was man zu Hause testet.',
      wayOut: '{doctor} Oder frag die Ernährungsberatung, die dich kennt.',
    },
  ],
  [
    'one-food-at-a-time',
    {
      text: 'Nur ein Lebensmittel auf einmal, sonst kann niemand sagen, welches es war, und du isst zu wenig.',
      wayOut: 'Beende den Versuch, der läuft, oder wähle ein Lebensmittel.',
    },
  ],
  [
    'longer-than-8-weeks',
    {
      text: 'Ein Lebensmittel darf höchstens 8 Wochen fehlen.',
      wayOut: 'Wähle eine kürzere Zeit. Wenn 8 Wochen um sind, iss es wieder.',
    },
  ],
  [
    'medicine',
    {
      text: 'Ein Medikament ist nichts, was man hier testet.',
      wayOut: 'Nimm es weiter wie vereinbart, und sprich mit dem, der es verschrieben hat.',
    },
  ],
  [
    'oral-aloe',
    {
      text: 'Aloe zum Essen oder Trinken kann schaden, darum planen wir nichts, wobei du sie einnimmst.',
      wayOut: 'Frag in der Apotheke oder in der Arztpraxis, bevor du mehr nimmst.',
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
      text: 'Wir wissen nicht, woraus dieses Lebensmittel besteht. Darum können wir nicht sagen, was es hieße, es wegzulassen.',
      wayOut: 'Sag, was darin ist.',
    },
  ],
]);

/** Questions of the gates by field. */
const questions: ReadonlyMap<string, string> = new Map([
  ['ageBand', 'Wie alt bist du: unter 18, 18 bis 59, oder 60 oder älter?'],
  ['pregnancy', 'Bist du schwanger, stillst du, oder könntest du schwanger sein?'],
  ['eatingDisorder', 'Hast du eine Essstörung, oder hattest du je eine?'],
  ['weight', 'Ist dein Gewicht für deine Größe niedrig, oder hat das jemand gesagt?'],
  ['foodAllergies', 'Bist du gegen ein Lebensmittel allergisch, oder warst du es je?'],
  ['diabetesMedicine', 'Nimmst du Insulin oder ein anderes Mittel gegen Diabetes?'],
  ['coeliacTest', 'Hattest du einen Bluttest auf Zöliakie, und was hat er gesagt?'],
  ['conditions', 'Welche Haut- oder Darmkrankheiten hat eine Ärztin oder ein Arzt genannt?'],
]);

const open = 'Eine Frage ist noch offen, und keine Antwort ist kein Nein.';
const urgent = 'Etwas Dringenderes kommt zuerst.';
const agreed: ReadonlyMap<string, string> = new Map([
  ['milk', 'Milch'],
  ['egg', 'Ei'],
  ['peanut', 'Erdnuss'],
  ['nuts', 'Nüsse'],
  ['fish', 'Fisch'],
  ['shellfish', 'Schalentiere'],
  ['wheat', 'Weizen'],
]);

/** Clocks and notices by their English words. */
const others: ReadonlyMap<string, string> = new Map([
  [
    'It can take 6 to 8 weeks before you notice that a product or medicine for acne works. So this is the time to look.',
    'Es kann 6 bis 8 Wochen dauern, bis du merkst, dass ein Mittel gegen Akne wirkt. Jetzt ist also die Zeit, hinzusehen.',
  ],
  [
    'You have used it for 8 weeks or more, and you did not say that it got better. Talk with a pharmacist. {doctor}',
    'Du hast es 8 Wochen oder länger benutzt und nicht gesagt, dass es besser wurde. Sprich in der Apotheke. {doctor}',
  ],
  [
    'It has been 12 weeks. Now is the time for a review with whoever prescribed it.',
    'Es sind 12 Wochen vergangen. Jetzt ist die Zeit für ein Gespräch mit dem, der es verschrieben hat.',
  ],
  [
    'You wrote down aloe to eat or drink. Products of the whole leaf or the latex can do harm. Ask a pharmacist or a doctor before you take more.',
    'Du hast Aloe zum Essen oder Trinken aufgeschrieben. Produkte aus dem ganzen Blatt oder dem Milchsaft können schaden. Frag in der Apotheke oder in der Arztpraxis, bevor du mehr nimmst.',
  ],
  [
    'You wrote down a supplement in a high dose. High doses can do harm. Ask a pharmacist or a doctor whether it is safe for you.',
    'Du hast ein Nahrungsergänzungsmittel in hoher Dosis aufgeschrieben. Hohe Dosen können schaden. Frag in der Apotheke oder in der Arztpraxis, ob es für dich sicher ist.',
  ],
  [
    'You wrote down a painkiller such as ibuprofen. For hours it can make the gut wall let more through. Keep it in mind when you look at those days. Take what a doctor told you to take.',
    'Du hast ein Schmerzmittel wie Ibuprofen aufgeschrieben. Es kann die Darmwand für Stunden durchlässiger machen. Denk daran, wenn du diese Tage ansiehst. Nimm, was dir ärztlich gesagt wurde.',
  ],
  [
    'You wrote down an antibiotic. When it began, your gut and skin may have changed for that reason, not because of food. Take it as agreed.',
    'Du hast ein Antibiotikum aufgeschrieben. Als es begann, haben sich Darm und Haut vielleicht deshalb geändert und nicht wegen des Essens. Nimm es wie vereinbart.',
  ],
]);

const inGerman = (text: string, country: CountryProfile): string =>
  text.replaceAll(/\{(\w+)\}/gu, (whole, helper: string) => helpers[country][helper] ?? whole);

type Pair = readonly [string, string];

const reasonPairs = (
  code: string,
  german: { readonly text: string; readonly wayOut: string },
  country: CountryProfile,
): readonly Pair[] => {
  const english = gateReason(code, country);
  return [
    [english.text, inGerman(german.text, country)],
    [english.wayOut, inGerman(german.wayOut, country)],
  ];
};

const pairsIn = (country: CountryProfile): readonly Pair[] => [
  ...redFlags.flatMap(({ id, question, text }): Pair[] => {
    const german = flags.get(id);
    if (german === undefined) return [];
    return [
      [inCountry(text, country), inGerman(german.text, country)],
      ...(question !== null && german.question !== null
        ? ([[question, german.question]] as const)
        : []),
    ];
  }),
  ...[...gates].flatMap(([code, german]) => reasonPairs(code, german, country)),
  ...[...questions].flatMap(([field, wayOut]) =>
    reasonPairs(`not-asked:${field}`, { text: open, wayOut }, country),
  ),
  ...[...agreed].flatMap(([food, name]) =>
    reasonPairs(
      `clinician-agreement:${food}`,
      {
        text: `Du hast Neurodermitis. Nach einer Zeit ohne ${name} kann der erste Bissen eine starke Reaktion bringen.`,
        wayOut: `{doctor} Frag, ob du ${name} zu Hause wieder essen darfst. Wenn ja, schreib den Tag auf.`,
      },
      country,
    ),
  ),
  ...[...others].map(
    ([english, german]) => [inCountry(english, country), inGerman(german, country)] as const,
  ),
];

/** Warning signs, gates, clocks and notices, by the English words of each country. */
export const safetyWords: ReadonlyMap<string, string> = new Map([
  ['Something more urgent comes first.', urgent],
  ...countryProfiles.flatMap(pairsIn),
]);
