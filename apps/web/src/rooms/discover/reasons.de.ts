import { days, list, number, type Rule, rule } from './german-rule.ts';

const silentPattern = '(?: On (\\d+) more days? your diary does not say\\.)?';
const silentDays = (count: string | undefined): string =>
  count === undefined ? '' : ` An ${count} weiteren Tagen steht nichts.`;

/** Why something could not be judged, and why a diary cannot answer. */
export const reasons: readonly Rule[] = [
  rule(
    '[Oo]n most days your diary does not say whether you had them\\.',
    'An den meisten Tagen sagt dein Tagebuch nicht, ob du es hattest.',
  ),
  rule('[Yy]our diary has no day with them\\.', 'In deinem Tagebuch steht kein Tag damit.'),
  rule('[Yy]ou had them on too few days\\.', 'Du hattest es an zu wenigen Tagen.'),
  rule(
    '[Yy]ou had the same amount on every known day, so there is nothing to compare\\.',
    'Du hattest an jedem bekannten Tag gleich viel. So gibt es nichts zu vergleichen.',
  ),
  rule(
    '[Yy]ou never go without them, so there is nothing to compare\\.',
    'Du bist nie ohne. So gibt es nichts zu vergleichen.',
  ),
  rule(
    '[Yy]ou almost never go without them, so there is too little to compare\\.',
    'Du bist fast nie ohne. So gibt es zu wenig zu vergleichen.',
  ),
  rule(
    '[Tt]oo few of their days are followed by a score\\.',
    'Auf zu wenige ihrer Tage folgt ein Wert.',
  ),
  rule(
    '[Tt]heir days lie in one or two stretches, and something else may have changed then\\.',
    'Ihre Tage liegen in ein oder zwei Zeiten. Da kann sich auch anderes geändert haben.',
  ),
  rule(
    '[Tt]hey came or went together with a new medicine or skin product\\.',
    'Sie kamen oder gingen mit einem neuen Medikament oder Hautmittel.',
  ),
  rule(
    '[Tt]hey come and go with sleep, stress, the calendar or the weather\\.',
    'Sie kommen und gehen mit Schlaf, Stress, Kalender oder Wetter.',
  ),
  rule(
    '[Tt]hey come from the same foods as something that is looked at already\\.',
    'Sie kommen aus denselben Lebensmitteln wie etwas, das schon betrachtet wird.',
  ),
  rule(
    '[Yy]ou had them on exactly the same days as something else\\.',
    'Du hattest sie an genau denselben Tagen wie etwas anderes.',
  ),
  rule('[Yy]our diary did not allow a judgement\\.', 'Dein Tagebuch ließ kein Urteil zu.'),
  rule(
    '[Yy]our diary says whether you (?:noted|used|had|took) (.+) on only (\\d+) of (\\d+) days?\\. The other days are unknown\\.',
    ([name, known, all]) =>
      `Ob du ${name} hattest, sagt dein Tagebuch nur an ${known} von ${all} Tagen. Die übrigen sind unbekannt.`,
  ),
  rule(
    '[Yy]our diary has no day with (.+)\\.',
    ([name]) => `In deinem Tagebuch steht kein Tag mit ${name}.`,
  ),
  rule(
    '[Yy]ou (?:noted|used|had|took) (.+) on (\\d+) days?\\. At least (\\d+) are needed\\.',
    ([name, count, least]) => `${name}: ${days(count)}. Mindestens ${least} sind nötig.`,
  ),
  rule(
    '[Yy]ou (?:noted|used|had|took) (.+) on exactly the same days as (.+)\\. They cannot be told apart\\.',
    ([name, others]) =>
      `${name} steht an genau denselben Tagen wie ${list(others)}. Das lässt sich nicht trennen.`,
  ),
  rule(
    'In your diary (.+) comes from the same foods as (.+) alone\\. It is looked at under that name\\.',
    ([name, other]) =>
      `In deinem Tagebuch kommt ${name} nur aus denselben Lebensmitteln wie ${other}. Es wird unter diesem Namen betrachtet.`,
  ),
  rule(
    `[Yy]ou (?:noted|used|had|took) the same amount of (.+) on every day we know of\\. You never go without .+, so there is nothing to compare\\.${silentPattern}`,
    ([name, silent]) =>
      `${name}: an jedem bekannten Tag gleich viel und nie ohne. So gibt es nichts zu vergleichen.${silentDays(silent)}`,
  ),
  rule(
    `[Yy]ou never go without (.+) on the days we know of\\. There is nothing to compare\\.${silentPattern}`,
    ([name, silent]) =>
      `Ohne ${name} bist du an keinem bekannten Tag. Es gibt nichts zu vergleichen.${silentDays(silent)}`,
  ),
  rule(
    `[Yy]ou almost never go without (.+): (\\d+) days? without it\\. At least (\\d+) are needed\\.${silentPattern}`,
    ([name, count, least, silent]) =>
      `Du bist fast nie ohne ${name}: ${days(count)} ohne. Mindestens ${least} sind nötig.${silentDays(silent)}`,
  ),
  rule(
    '[Tt]oo few days with or without (.+) have a score in the (\\d+) days after: (\\d+) with it, (\\d+) without it\\.',
    ([name, window, some, others]) =>
      `Auf zu wenige Tage mit oder ohne ${name} folgt innerhalb von ${window} Tagen ein Wert: ${some} mit, ${others} ohne.`,
  ),
  rule(
    '[Yy]our days with (.+) are all in (?:one stretch|(\\d+) stretches)\\. Something else may have changed then\\. At least (\\d+) separate stretches are needed\\.',
    ([name, stretches, least]) =>
      `Deine Tage mit ${name} liegen alle in ${stretches === undefined ? 'einer Zeit' : `${stretches} Zeiten`}. Da kann sich auch anderes geändert haben. Mindestens ${least} getrennte Zeiten sind nötig.`,
  ),
  rule(
    '[Yy]ou use (.+) for long stretches at a time \\(.+\\)\\. What it does cannot be told apart from anything else that changed then\\.',
    ([name]) =>
      `${name} kommt in langen Zeiten am Stück. Was es tut, lässt sich von anderem, was sich da geändert hat, nicht trennen.`,
  ),
  rule(
    '[Yy]our days with (.+) follow the same pattern as this change: .+\\. The two cannot be told apart\\.',
    ([name]) =>
      `Deine Tage mit ${name} folgen demselben Muster wie eine Änderung bei Medikament oder Hautmittel. Beides lässt sich nicht trennen.`,
  ),
  rule(
    '[Yy]our days with (.+) closely follow other things that come and go: .+\\. They cannot be told apart\\.',
    ([name]) =>
      `Deine Tage mit ${name} gehen eng mit anderem einher, das kommt und geht, wie Schlaf, Stress oder Kalender. Das lässt sich nicht trennen.`,
  ),
  rule(
    '[Yy]ou wrote down (.+) on exactly the same days\\. They cannot be told apart\\.',
    ([names]) => `${list(names)} stehen an genau denselben Tagen. Das lässt sich nicht trennen.`,
  ),
  rule(
    'Your diary has no skin score\\. (?:Write down how your skin is, every day|It has .+)\\.',
    'In deinem Tagebuch steht kein Hautwert. Schreib jeden Tag auf, wie es deiner Haut geht.',
  ),
  rule(
    'Your diary has no score called (\\S+)\\..*',
    ([name]) => `In deinem Tagebuch steht kein Wert ${name}.`,
  ),
  rule(
    'You have (\\d+) days? with an? .+ score.*\\. At least (\\d+) are needed: (\\d+) more\\.',
    ([some, least, more]) =>
      `Du hast ${days(some)} mit diesem Wert. Mindestens ${least} sind nötig: noch ${more}.`,
  ),
  rule(
    'Your .+ score.* is (\\S+) on all (\\d+) days?\\. A score that never changes cannot be explained\\.',
    ([level, count]) =>
      `Dein Wert ist an allen ${count} Tagen ${number(level)}. Was sich nie ändert, lässt sich nicht erklären.`,
  ),
  rule(
    'Your .+ score.* is (\\S+) on (\\d+) of (\\d+) days?\\. It changes too rarely to be explained\\.',
    ([level, some, all]) =>
      `Dein Wert ist an ${some} von ${all} Tagen ${number(level)}. Er ändert sich zu selten, um erklärt zu werden.`,
  ),
  rule(
    'Your diary has no food, habit, skin product, supplement or medicine to look at\\.',
    'In deinem Tagebuch steht kein Lebensmittel, keine Gewohnheit, kein Hautmittel, keine Ergänzung und kein Medikament.',
  ),
  rule(
    'On most days your diary does not say what you ate, did or took\\.',
    'An den meisten Tagen sagt dein Tagebuch nicht, was du gegessen, getan oder genommen hast.',
  ),
  rule(
    'You almost never go without the things in your diary, or never have them\\. There is nothing to compare\\.(.*)',
    ([more]) =>
      `Du bist fast nie ohne die Dinge in deinem Tagebuch, oder hast sie nie. Es gibt nichts zu vergleichen.${more ? ' An vielen Tagen steht nichts. Markiere einen Tag als vollständig, wenn alles aufgeschrieben ist.' : ''}`,
  ),
  rule(
    'Each of the (\\d+) things in your diary is there on a few days only\\. Use the same name each time you have the same thing\\.',
    ([all]) =>
      `Jedes der ${all} Dinge steht nur an wenigen Tagen. Nimm jedes Mal denselben Namen für dieselbe Sache.`,
  ),
  rule(
    'Nothing in your diary can be judged on its own\\. The reason stands beside each item\\.',
    'Nichts in deinem Tagebuch lässt sich für sich beurteilen. Der Grund steht daneben.',
  ),
  rule('Your diary has no entries\\.', 'In deinem Tagebuch steht noch nichts.'),
  rule(
    'Separate runs of the calculation did not agree, so nothing is said\\.',
    'Getrennte Rechnungen waren sich nicht einig, darum wird nichts gesagt.',
  ),
];
