import {
  after,
  capital,
  days,
  list,
  number,
  points,
  type Rule,
  range,
  rule,
  scale,
  subject,
  things,
  times,
  within,
} from './german-rule.ts';
import { reasons } from './reasons.de.ts';

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

const halfADay = (tight: string | undefined): string =>
  tight === undefined ? '' : ', auf einen halben Tag genau';

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
    'It is strongest (on the same day|after \\d+ days?), and half of it has come (on the day itself|within \\d+ days?)\\. The average delay is (.+?)(, give or take half a day)? \\((\\d+) times in (\\d+)\\)\\.',
    ([top, half, delay, tight, some, all]) =>
      `Am stärksten ist es ${after(top)}, und die Hälfte ist ${within(half)} da. Mittlere Verzögerung: ${range(delay)}${halfADay(tight)} (${times(some, all)}).`,
  ),
  rule(
    'The average delay is (.+?)(, give or take half a day)? \\((\\d+) times in (\\d+)\\)\\.',
    ([delay, tight, some, all]) =>
      `Mittlere Verzögerung: ${range(delay)}${halfADay(tight)} (${times(some, all)}).`,
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
    'What came later explains nothing of what came before, as it should be\\.',
    'Was später kam, erklärt nichts vom Früheren, wie es sein soll.',
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
