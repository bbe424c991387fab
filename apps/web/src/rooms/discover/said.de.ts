type Groups = readonly (string | undefined)[];
/** A sentence of the engines in English, and the same in German. Names from the diary are places such as ⟨0⟩. */
export type Rule = readonly [RegExp, string | ((groups: Groups) => string)];

const subjectPattern = '([Yy]our skin|[Yy]our score for ⟨\\d+⟩|[Yy]our ⟨\\d+⟩)';
const rule = (pattern: string, say: Rule[1]): Rule => [
  new RegExp(`^${pattern.replaceAll('SUBJECT', subjectPattern)}$`, 'u'),
  say,
];

const subject = (english: string | undefined, form: 'nominative' | 'accusative'): string => {
  if (english === undefined || /skin$/u.test(english)) return 'deine Haut';
  const place = /⟨\d+⟩/u.exec(english)?.[0] ?? '';
  return `${form === 'nominative' ? 'dein' : 'deinen'} Wert ${place}`;
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const list = (english = ''): string =>
  english
    .replace(/(\d+) more/gu, '$1 weitere')
    .replace(/ or (?=\S+$)/u, ' oder ')
    .replace(/ and (?=.+$)/u, ' und ')
    .replaceAll(' or ', ' oder ');

const number = (english = ''): string => english.replace('.', ',');
const points = (english = ''): string =>
  `${number(english)} ${english === '1' ? 'Punkt' : 'Punkte'}`;
const after = (english = ''): string => {
  const days = /after (\d+)/u.exec(english)?.[1];
  return days === undefined ? 'am selben Tag' : `nach ${days} ${days === '1' ? 'Tag' : 'Tagen'}`;
};
const within = (english = ''): string => {
  const days = /within (\d+)/u.exec(english)?.[1];
  return days === undefined
    ? 'am selben Tag'
    : `innerhalb von ${days} ${days === '1' ? 'Tag' : 'Tagen'}`;
};
const range = (english = ''): string =>
  english
    .replaceAll('the same day', 'derselbe Tag')
    .replace(' to ', ' bis ')
    .replace(/\bdays\b/u, 'Tage')
    .replace(/\bday\b/u, 'Tag');
const times = (some = '', all = ''): string => `${some} von ${all} Mal`;
const scale = (from: string | undefined, to: string | undefined): string =>
  from === undefined ? '' : ` auf einer Skala von ${from} bis ${to}`;
const days = (count = ''): string => `${count} ${count === '1' ? 'Tag' : 'Tage'}`;
const things = (english = ''): string => {
  const count = /\d+/u.exec(english)?.[0] ?? '';
  return count === '1' ? 'eine Sache' : `${count} Dinge`;
};

const changes = new Map<string, readonly [string, string]>([
  ['probably gets worse', ['wird', 'wahrscheinlich schlechter']],
  ['probably gets better', ['wird', 'wahrscheinlich besser']],
  ['probably goes up', ['steigt', 'wahrscheinlich']],
  ['probably goes down', ['sinkt', 'wahrscheinlich']],
  ['probably changes', ['ändert sich', 'wahrscheinlich']],
  ['may get worse', ['wird', 'vielleicht schlechter']],
  ['may get better', ['wird', 'vielleicht besser']],
  ['may go up', ['steigt', 'vielleicht']],
  ['may go down', ['sinkt', 'vielleicht']],
  ['may change', ['ändert sich', 'vielleicht']],
]);

const directions = new Map([
  ['worse', 'schlechter'],
  ['better', 'besser'],
  ['higher', 'höher'],
  ['lower', 'niedriger'],
  ['different', 'anders'],
]);

const months = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(
    (name, month) => [name, month + 1],
  ),
);
const day = (english = ''): string => {
  const [date, month = '', year] = english.split(' ');
  return `${date}.${months.get(month) ?? month}.${year}`;
};
const thousands = (english = ''): string => english.replaceAll(',', '.');

const silentPattern = '(?: On (\\d+) more days? your diary does not say\\.)?';
const silentDays = (count: string | undefined): string =>
  count === undefined ? '' : ` An ${count} weiteren Tagen steht nichts.`;

/** Why something could not be judged, and why a diary cannot answer. */
const reasons: readonly Rule[] = [
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

const reasonIn = (english = ''): string => {
  for (const [pattern, say] of reasons) {
    const found = pattern.exec(english);
    if (found !== null) return typeof say === 'string' ? say : say(found.slice(1));
  }
  return english;
};

const headlines: readonly Rule[] = [
  rule(
    'Probably yes: (.+) moves SUBJECT\\.',
    ([names, who]) => `Wahrscheinlich ja: ${list(names)} bewegt ${subject(who, 'accusative')}.`,
  ),
  rule(
    'Perhaps: there is a (weak )?hint of (.+), not more\\.',
    ([weak, names]) =>
      `Vielleicht: Es gibt einen ${weak ? 'schwachen ' : ''}Hinweis auf ${list(names)}, nicht mehr.`,
  ),
  rule(
    'We looked, and found nothing that clearly moves SUBJECT\\.',
    ([who]) =>
      `Wir haben nachgesehen und nichts gefunden, was ${subject(who, 'accusative')} deutlich bewegt.`,
  ),
  rule(
    'We cannot tell yet what moves SUBJECT\\.',
    ([who]) => `Noch lässt sich nicht sagen, was ${subject(who, 'accusative')} bewegt.`,
  ),
  rule('The diary holds no days\\.', 'Das Tagebuch hat keine Tage.'),
  rule(
    '(\\d+ \\w+ \\d+) to (\\d+ \\w+ \\d+): ([\\d,]+) days?, ([\\d,]+) with entries\\.',
    ([from, to, all, written]) =>
      `${day(from)} bis ${day(to)}: ${days(thousands(all))}, ${thousands(written)} mit Einträgen.`,
  ),
];

const suspects: readonly Rule[] = [
  rule(`SUBJECT (${[...changes.keys()].join('|')}) after (.+)\\.`, ([who, change, names]) => {
    const [verb, how] = changes.get(change ?? '') ?? ['', ''];
    return `${capital(subject(who, 'nominative'))} ${verb} nach ${list(names)} ${how}.`;
  }),
  rule(
    'This is real in (about|more than|fewer than) (\\d+) of 100 diaries like yours(, but it may be too small to matter)?\\.',
    ([how, count, small]) =>
      `In ${how === 'about' ? 'etwa' : how === 'more than' ? 'mehr als' : 'weniger als'} ${count} von 100 Tagebüchern wie deinem ist das echt${small ? ', aber vielleicht zu klein, um zu zählen' : ''}.`,
  ),
  rule(
    'That is not sure enough to say aloud\\.',
    'Das ist nicht sicher genug, um es laut zu sagen.',
  ),
  rule(
    'SUBJECT may come first and this second\\.',
    ([who]) => `Vielleicht kommt ${subject(who, 'nominative')} zuerst und dies danach.`,
  ),
  rule(
    'Separate runs of the calculation did not agree on this\\.',
    'Getrennte Rechnungen waren sich darin nicht einig.',
  ),
  rule(
    'One claim more would make wrong ones too likely\\.',
    'Eine Aussage mehr würde falsche zu wahrscheinlich machen.',
  ),
  rule(
    'But SUBJECT changes before that too, so this may run the other way round\\.',
    ([who]) =>
      `Aber ${subject(who, 'nominative')} ändert sich auch davor, also läuft es vielleicht andersherum.`,
  ),
  rule(
    'Your diary cannot say which of them it is\\.',
    'Dein Tagebuch kann nicht sagen, was davon es ist.',
  ),
  rule(
    'It is strongest (on the same day|after \\d+ days?), and half of it has come (on the day itself|within \\d+ days?)\\. The average delay is (.+) \\((\\d+) times in (\\d+)\\)\\.',
    ([top, half, delay, some, all]) =>
      `Am stärksten ist es ${after(top)}, und die Hälfte ist ${within(half)} da. Mittlere Verzögerung: ${range(delay)} (${times(some, all)}).`,
  ),
  rule(
    'The average delay is (.+) \\((\\d+) times in (\\d+)\\)\\.',
    ([delay, some, all]) => `Mittlere Verzögerung: ${range(delay)} (${times(some, all)}).`,
  ),
  rule(
    'On the strongest day it is about ([\\d.]+) points? (worse|better|higher|lower|different)(?: on your scale from (\\S+) to (\\S+))? \\((\\d+) times in (\\d+): (?:from ([\\d.−]+) the other way to ([\\d.−]+)|([\\d.−]+) to ([\\d.−]+))\\)\\.',
    ([size, how, from, to, some, all, other, most, low, high]) =>
      `Am stärksten Tag ist es etwa ${points(size)} ${directions.get(how ?? '') ?? ''}${scale(from, to)} (${times(some, all)}: ${
        other === undefined
          ? `${number(low)} bis ${number(high)}`
          : `von ${number(other)} in die andere Richtung bis ${number(most)}`
      }).`,
  ),
  rule(
    'The change is about ([\\d.]+) points?(?: on a scale from (\\S+) to (\\S+))?\\.',
    ([size, from, to]) => `Die Änderung ist etwa ${points(size)}${scale(from, to)}.`,
  ),
  rule(
    'Keep taking a medicine as agreed; talk with whoever prescribed it before anything changes\\.',
    'Nimm ein Medikament weiter wie vereinbart; sprich vor jeder Änderung mit der Person, die es verschrieben hat.',
  ),
];

const nextSteps: readonly Rule[] = [
  rule('A fair test would be next\\.', 'Als Nächstes käme ein fairer Versuch.'),
  rule(
    'A fair test would be next, but not on your own: see below\\.',
    'Als Nächstes käme ein fairer Versuch, aber nicht auf eigene Faust: siehe unten.',
  ),
  rule(
    'A fair test of (.+), on days chosen by chance, would be next\\.',
    ([name]) => `Als Nächstes käme ein fairer Versuch mit ${name}, an Tagen, die der Zufall wählt.`,
  ),
  rule(
    'It may be too small to matter\\. A fair test of (.+), on days chosen by chance, would tell how large it is\\.',
    ([name]) =>
      `Vielleicht ist es zu klein, um zu zählen. Ein fairer Versuch mit ${name} würde zeigen, wie groß es ist.`,
  ),
  rule(
    'This may be chance\\. A fair test of (.+), on days chosen by chance, would tell\\.',
    ([name]) => `Das kann Zufall sein. Ein fairer Versuch mit ${name} würde es klären.`,
  ),
  rule(
    'A fair test that changes one of (.+) at a time, on days chosen by chance, would tell them apart\\.',
    ([names]) =>
      `Ein fairer Versuch, der jeweils nur eines ändert (${list(names)}), würde sie trennen.`,
  ),
  rule(
    '(.+): your outcome may come first and your choice second\\. A fair test, with days chosen by chance, could tell\\.',
    ([names]) =>
      `${list(names)}: Vielleicht kommt erst der Wert und dann deine Wahl. Ein fairer Versuch könnte es klären.`,
  ),
  rule(
    'Keep taking (.+) as agreed\\. Show this to whoever prescribed it before anything changes\\.',
    ([names]) =>
      `Nimm ${list(names)} weiter wie vereinbart. Zeig dies der Person, die es verschrieben hat, bevor sich etwas ändert.`,
  ),
];

const leads: readonly Rule[] = [
  rule(
    'Also (likely|possible): (.+?)(?:; and (\\d+) more)?\\.',
    ([how, names, more]) =>
      `Auch ${how === 'likely' ? 'wahrscheinlich' : 'möglich'}: ${list(names)}${more === undefined ? '' : `; und ${more} weitere`}.`,
  ),
  rule(
    'This is a pattern in your own days, not proof\\.',
    'Das ist ein Muster in deinen eigenen Tagen, kein Beweis.',
  ),
  rule(
    'The only thing in your diary could not be judged\\.',
    'Das Einzige in deinem Tagebuch ließ sich nicht beurteilen.',
  ),
  rule(
    'All (\\d+) things in your diary could not be judged\\.',
    ([all]) => `Keines der ${all} Dinge in deinem Tagebuch ließ sich beurteilen.`,
  ),
  rule(
    '(\\d+) of the (\\d+) things in your diary could not be judged\\.',
    ([some, all]) => `${some} der ${all} Dinge in deinem Tagebuch ließen sich nicht beurteilen.`,
  ),
  rule('The reason: (.+)', ([why]) => `Der Grund: ${reasonIn(why)}`),
  rule('The most common reason: (.+)', ([why]) => `Der häufigste Grund: ${reasonIn(why)}`),
  rule('The reasons stand below\\.', 'Die Gründe stehen unten.'),
  rule(
    'With (.+), SUBJECT changes first and not after, so nothing is claimed about that\\.',
    ([names, who]) =>
      `Bei ${list(names)} ändert sich ${subject(who, 'nominative')} vorher und nicht danach; darum wird dazu nichts behauptet.`,
  ),
  rule(
    'One of our own checks did not pass, so read all of this with care\\.',
    'Eine unserer eigenen Prüfungen ist nicht bestanden. Lies dies alles mit Vorsicht.',
  ),
  rule(
    'This is an answer too: your diary, as it is, does not hold what is needed\\.',
    'Auch das ist eine Antwort: In deinem Tagebuch, wie es ist, steht nicht, was nötig wäre.',
  ),
  rule(
    'We looked at ([\\d,]+ things?)\\. Nothing stood out, but large effects could still hide in this diary\\.',
    ([all]) =>
      `Wir haben ${things(all)} betrachtet. Nichts fiel auf, aber große Wirkungen könnten noch verborgen sein.`,
  ),
  rule(
    'We looked at ([\\d,]+ things?)\\. Nothing stood out, but large effects of (\\d+) of them could still hide\\.',
    ([all, some]) =>
      `Wir haben ${things(all)} betrachtet. Nichts fiel auf, aber große Wirkungen von ${some} davon könnten noch verborgen sein.`,
  ),
  rule(
    'We looked at ([\\d,]+ things?)\\. Nothing stood out, but (?:an effect of it|effects of all of them) could still hide in this diary\\.',
    ([all]) =>
      `Wir haben ${things(all)} betrachtet. Nichts fiel auf, aber Wirkungen könnten noch verborgen sein.`,
  ),
  rule(
    '(?:An effect of the other one|Effects of the other (\\d+)) could still hide in this diary\\.',
    ([others]) =>
      others === undefined
        ? 'Eine Wirkung des anderen könnte noch verborgen sein.'
        : `Wirkungen der anderen ${others} könnten noch verborgen sein.`,
  ),
  rule(
    'We looked at ([\\d,]+ things?) and found nothing larger than ([\\d.]+) points?(?: on your scale from (\\S+) to (\\S+))?\\.',
    ([all, size, from, to]) =>
      `Wir haben ${things(all)} betrachtet und nichts gefunden, was größer ist als ${points(size)}${scale(from, to)}.`,
  ),
  rule(
    'We looked at ([\\d,]+ things?)\\. Nothing stood out\\. For (\\d+) of them we found nothing larger than ([\\d.]+) points?(?: on your scale from (\\S+) to (\\S+))?\\.',
    ([all, some, size, from, to]) =>
      `Wir haben ${things(all)} betrachtet. Nichts fiel auf. Bei ${some} davon fanden wir nichts Größeres als ${points(size)}${scale(from, to)}.`,
  ),
  rule(
    'Anything smaller would hardly matter in daily life\\.',
    'Was kleiner ist, würde im Alltag kaum zählen.',
  ),
  rule(
    'For (\\d+) of them we can say more: nothing larger than ([\\d.]+) points?\\.',
    ([some, size]) =>
      `Bei ${some} davon lässt sich mehr sagen: nichts Größeres als ${points(size)}.`,
  ),
];

const checks: readonly Rule[] = [
  rule('Nothing stood out enough to be tested\\.', 'Nichts fiel genug auf, um geprüft zu werden.'),
  rule('Nothing was tested\\.', 'Nichts wurde geprüft.'),
  rule('Nothing was calculated\\.', 'Nichts wurde gerechnet.'),
  rule('Too few draws to compare\\.', 'Zu wenige Ziehungen für einen Vergleich.'),
  rule(
    'Tomorrow explains nothing of today, as it should be\\.',
    'Das Morgen erklärt nichts vom Heute, wie es sein soll.',
  ),
  rule(
    'What came later goes along with what came before, so the direction cannot be told\\.',
    'Was später kam, geht mit dem Früheren einher; darum lässt sich die Richtung nicht sagen.',
  ),
  rule(
    'The diary is too short to be shifted against itself\\.',
    'Das Tagebuch ist zu kurz, um es gegen sich selbst zu verschieben.',
  ),
  rule(
    'Largest score statistic against (\\d+) circular shifts: p = ([\\d.]+)\\.',
    ([shifts, p]) =>
      `Die größte Auffälligkeit gegen ${shifts} Verschiebungen des Tagebuchs: p = ${number(p)}.`,
  ),
  rule(
    '(\\d+) chains; largest split R-hat ([\\d.]+); they differ by at most ([\\d.]+) on any probability\\.( Nothing is claimed where they differ much\\.)?( They do not agree on how the outcome moves by itself; only what each of them finds is claimed\\.)?',
    ([chains, rHat, most, careful, unsettled]) =>
      `${chains} Rechnungen; größtes R-hat ${number(rHat)}; sie weichen bei keiner Aussicht um mehr als ${number(most)} ab.${careful ? ' Wo sie sehr abweichen, wird nichts behauptet.' : ''}${unsettled ? ' Wie sich der Wert von selbst bewegt, darin sind sie sich nicht einig; behauptet wird nur, was jede findet.' : ''}`,
  ),
];

/** Whatever the engines say in Discover. */
export const german: readonly Rule[] = [
  ...headlines,
  ...suspects,
  ...leads,
  ...nextSteps,
  ...reasons,
  ...checks,
];
