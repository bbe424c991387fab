/** Words about a source in German, by the English ones; names of studies stay as they are. */
const german: ReadonlyMap<string, string> = new Map([
  ['our assumption', 'unsere Annahme'],
  ['nobody has measured it', 'niemand hat es gemessen'],
  [
    'LPS rose within hours of a binge, by press accounts',
    'LPS stieg Stunden nach einem Rausch, nach Presseberichten',
  ],
  ['a portion is about 5 g, by definition', 'eine Portion ist etwa 5 g, so festgelegt'],
  ['definition', 'so festgelegt'],
  ['trials PMC10165082, very low certainty', 'Studien PMC10165082, sehr unsicher'],
  ['one trial, pubmed 30108163', 'eine Studie, pubmed 30108163'],
  ['timed by Erridge 2007, pubmed 17991637', 'Zeiten nach Erridge 2007, pubmed 17991637'],
  ['timing assumed', 'Zeiten angenommen'],
  ['potency assumed', 'Stärke angenommen'],
  ['against it J Nutr 2020, pubmed 32040591', 'dagegen J Nutr 2020, pubmed 32040591'],
  ['trial Smith 2007, AJCN 86:107', 'Studie Smith 2007, AJCN 86:107'],
  ['2 to 6 weeks is a clinical estimate', '2 bis 6 Wochen sind eine Schätzung aus der Klinik'],
  ['control arm of Smith 2007, AJCN 86:107', 'Vergleichsgruppe von Smith 2007, AJCN 86:107'],
  [
    'late reactions at about a day, Breuer 2004',
    'späte Reaktionen nach etwa einem Tag, Breuer 2004',
  ],
  [
    'Parodi 2008 cleared papules by an antibiotic, unblinded',
    'bei Parodi 2008 gingen Knötchen mit einem Antibiotikum weg, nicht verblindet',
  ],
]);

/** Where an arrow comes from, in this language. */
export const sourceIn = (language: string, source: string): string =>
  language === 'de'
    ? source
        .split('; ')
        .map((part) => german.get(part) ?? part)
        .join('; ')
    : source;
