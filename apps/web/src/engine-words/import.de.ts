import { inGerman, type Rule } from './rules.ts';

const kinds: ReadonlyMap<string, string> = new Map([
  ['symptoms', 'Beschwerden'],
  ['treatments', 'Behandlungen'],
  ['habits and circumstances', 'Gewohnheiten und Umstände'],
]);

const categories: ReadonlyMap<string, string> = new Map([
  ['food', 'Essen'],
  ['habit', 'Gewohnheit'],
  ['skin', 'Haut'],
  ['gut', 'Bauch'],
  ['symptom', 'Beschwerde'],
  ['mood', 'Stimmung'],
  ['medication', 'Medikament'],
  ['supplement', 'Nahrungsergänzung'],
  ['skincare', 'Hautpflege'],
  ['weather', 'Wetter'],
  ['sleep', 'Schlaf'],
  ['stress', 'Stress'],
  ['cycle', 'Zyklus'],
  ['note', 'Notiz'],
]);

/** What was expected in a line that could not be read. */
const expected: readonly Rule[] = [
  [
    /^expected a day such as 8th Dec 2021, found (.+)$/u,
    'erwartet war ein Tag wie 8th Dec 2021, gefunden {1}',
  ],
  [/^expected a day, found (.+)$/u, 'erwartet war ein Tag, gefunden {1}'],
  [/^expected a day$/u, 'erwartet war ein Tag'],
  [/^expected a moment, found (.+)$/u, 'erwartet war ein Zeitpunkt, gefunden {1}'],
  [
    /^expected a date with its zone, found (.+)$/u,
    'erwartet war ein Datum mit Zeitzone, gefunden {1}',
  ],
  [
    /^expected "name: number" among the scales, found (.+)$/u,
    'erwartet war bei den Skalen „Name: Zahl“, gefunden {1}',
  ],
  [
    /^expected a symptom rated 0 to 4, found (.+)$/u,
    'erwartet war eine Beschwerde von 0 bis 4, gefunden {1}',
  ],
  [/^expected hours of sleep, found (.+)$/u, 'erwartet waren Stunden Schlaf, gefunden {1}'],
  [/^expected a rating, found (.+)$/u, 'erwartet war eine Bewertung, gefunden {1}'],
  [/^expected a rating of (.+)$/u, 'erwartet war eine Bewertung von {1}'],
  [
    /^expected a day, a time and the type of an event$/u,
    'erwartet waren Tag, Uhrzeit und Art eines Eintrags',
  ],
  [/^expected a number in (.+)$/u, 'erwartet war eine Zahl in {1}'],
  [/^expected a number for (.+), found (.+)$/u, 'erwartet war eine Zahl für {1}, gefunden {2}'],
  [/^expected a number for (.+)$/u, 'erwartet war eine Zahl für {1}'],
  [/^expected 0 to 4 for (.+), found (.+)$/u, 'erwartet war 0 bis 4 für {1}, gefunden {2}'],
  [/^expected the name of a food$/u, 'erwartet war der Name einer Speise'],
];

const rules: readonly Rule[] = [
  [
    /^The file begins with a byte order mark\. It was left out\.$/u,
    'Die Datei beginnt mit einem unsichtbaren Zeichen (BOM). Es wurde weggelassen.',
  ],
  [
    /^The lines end the Windows way\. They were read as they are\.$/u,
    'Die Zeilen enden wie unter Windows. Sie wurden gelesen, wie sie sind.',
  ],
  [
    /^The cells are separated by semicolons\. They were read as they are\.$/u,
    'Die Zellen sind durch Strichpunkte getrennt. Sie wurden gelesen, wie sie sind.',
  ],
  [
    /^The cells are separated by tabs\. They were read as they are\.$/u,
    'Die Zellen sind durch Tabulatoren getrennt. Sie wurden gelesen, wie sie sind.',
  ],
  [
    /^Lines that begin with # were skipped, except #scale lines\.$/u,
    'Zeilen, die mit # beginnen, wurden übergangen, außer #scale.',
  ],
  [
    /^The column (.+) is not part of a diary\. It was not read\.$/u,
    'Die Spalte {1} gehört zu keinem Tagebuch. Sie wurde nicht gelesen.',
  ],
  [
    /^Times such as 8:30 or 08:30:00 were read as HH:MM\.$/u,
    'Uhrzeiten wie 8:30 oder 08:30:00 wurden als HH:MM gelesen.',
  ],
  [
    /^Numbers with a decimal comma were read as numbers\.$/u,
    'Zahlen mit Komma wurden als Zahlen gelesen.',
  ],
  [
    /^These columns are not in your map and were not read: (.+)\.$/u,
    'Diese Spalten sind nicht zugeordnet und wurden nicht gelesen: {1}.',
  ],
  [
    /^Cells with (.+) were read as not recorded\.$/u,
    'Zellen mit {1} wurden als nicht aufgeschrieben gelesen.',
  ],
  [
    /^Words such as yes and no were read as 1 and 0\.$/u,
    'Wörter wie yes und no wurden als 1 und 0 gelesen.',
  ],
  [
    /^Times in UTC were taken as yours\. Say "utcOffset" in the map if they are not\.$/u,
    'Uhrzeiten in UTC wurden als deine genommen.',
  ],
  [
    /^Entries between midnight and 04:00 count for the day before\.$/u,
    'Einträge zwischen Mitternacht und 4 Uhr zählen zum Tag davor.',
  ],
  [/^Time (.+) was left out\.$/u, 'Die Uhrzeit {1} wurde weggelassen.'],
  [
    /^Mood (.+) is not one of Daylio's own five names; it was kept as a note, without a score\.$/u,
    'Die Stimmung {1} ist keiner der fünf Namen von Daylio; sie wurde als Notiz behalten, ohne Wert.',
  ],
  [/^Category (.+) is not in our table\.$/u, 'Die Kategorie {1} steht nicht in unserer Tabelle.'],
  [
    /^No date says whether the month or the day comes first; they were read as month\/day\/year\.$/u,
    'Kein Datum sagt, ob Monat oder Tag zuerst kommt; sie wurden als Monat/Tag/Jahr gelesen.',
  ],
  [
    /^(.+) without an intensity was kept as a note\.$/u,
    '{1} ohne Stärke wurde als Notiz behalten.',
  ],
  [
    /^Events of type (.+) are not in our table\.$/u,
    'Einträge der Art {1} stehen nicht in unserer Tabelle.',
  ],
  [
    /^Dishes and their ingredients stand in one list in this export; each was read as a food\.$/u,
    'Speisen und ihre Zutaten stehen in dieser Datei in einer Liste; jede wurde als Speise gelesen.',
  ],
  [/^Rows of type (.+) were not read\.$/u, 'Zeilen der Art {1} wurden nicht gelesen.'],
  [/^Column (.+) was not read\.$/u, 'Die Spalte {1} wurde nicht gelesen.'],
  [/^Column (.+) has no entries\.$/u, 'Die Spalte {1} hat keine Einträge.'],
  [
    /^Value (.+) of (.+) is not in our table\.$/u,
    'Der Wert {1} von {2} steht nicht in unserer Tabelle.',
  ],
  [
    /^(.+) in (".*") could not be converted to (.+)\.$/u,
    '{1} in {2} ließ sich nicht in {3} umrechnen.',
  ],
  [/^(.+) without a severity was kept as a note\.$/u, '{1} ohne Schwere wurde als Notiz behalten.'],
  [
    /^Records that repeat another record were counted once\.$/u,
    'Einträge, die einen anderen wiederholen, zählen einmal.',
  ],
  [
    /^Names of people \(@\.\.\.\) were not read\.$/u,
    'Namen von Menschen (@...) wurden nicht gelesen.',
  ],
  [
    /^An entry names no time zone; its day was read in UTC\.$/u,
    'Ein Eintrag nennt keine Zeitzone; sein Tag wurde in UTC gelesen.',
  ],
  [
    /^Nomie's positivity score was not read\.$/u,
    'Der Stimmungswert von Nomie wurde nicht gelesen.',
  ],
  [
    /^Where an entry was made was not read\.$/u,
    'Wo ein Eintrag gemacht wurde, wurde nicht gelesen.',
  ],
  [
    /^(.+): 0 may mean that nothing was logged; it was left out as unknown\.$/u,
    '{1}: 0 kann heißen, dass nichts aufgeschrieben wurde; es gilt als unbekannt.',
  ],
  [/^An entry without a name was left out\.$/u, 'Ein Eintrag ohne Namen wurde weggelassen.'],
  [
    /^An entry outside the years 1 to 9999 was left out\.$/u,
    'Ein Eintrag außerhalb der Jahre 1 bis 9999 wurde weggelassen.',
  ],
  [
    /^(.+) is not in our table of (symptoms|treatments|habits and circumstances); it was read as a (\S+)\.$/u,
    '{1} steht nicht in unserer Tabelle ({2}); gelesen als: {3}.',
  ],
  [
    /^More rows could not be read and were left out\.$/u,
    'Weitere Zeilen waren nicht lesbar und wurden weggelassen.',
  ],
  [/^Line (\d+) was left out: (.+)\.$/u, 'Zeile {1} wurde weggelassen: {2}.'],
  [
    /^Times in this file are in UTC; entries around midnight may be a day off\.$/u,
    'Uhrzeiten in dieser Datei sind in UTC; Einträge um Mitternacht können einen Tag daneben liegen.',
  ],
  [
    /^Answers in words to (.+) were kept as notes\.$/u,
    'Antworten in Worten auf {1} wurden als Notizen behalten.',
  ],
  [
    /^(\d+) columns with nutrients of single foods were not read; the foods were\.$/u,
    '{1} Spalten mit Nährstoffen einzelner Speisen wurden nicht gelesen; die Speisen schon.',
  ],
  [/^Amount (.+) was read as one serving\.$/u, 'Die Menge {1} wurde als eine Portion gelesen.'],
  [
    /^A day that was not completed and holds only zeros is unknown\.$/u,
    'Ein Tag, der nicht abgeschlossen ist und nur Nullen hat, ist unbekannt.',
  ],
  [
    /^A day was not marked as completed; its amounts may be too low\.$/u,
    'Ein Tag ist nicht als abgeschlossen markiert; seine Mengen können zu niedrig sein.',
  ],
  [
    /^(.+) was blank on a day; it is unknown there, not zero\.$/u,
    '{1} war an einem Tag leer; das ist dort unbekannt, nicht null.',
  ],
  [
    /^Control characters that XML does not allow were skipped\.$/u,
    'Steuerzeichen, die XML nicht erlaubt, wurden übergangen.',
  ],
  [
    /^Entries of type (.+) were not read \((\d+)\)\.$/u,
    'Einträge der Art {1} wurden nicht gelesen ({2}).',
  ],
  [
    /^Some rows repeat another row exactly\. Each of them counts\.$/u,
    'Manche Zeilen wiederholen eine andere genau. Jede zählt.',
  ],
  [
    /^Some rows are dated after today, (.+)\. They were read as they are\.$/u,
    'Manche Zeilen liegen nach heute, {1}. Sie wurden gelesen, wie sie sind.',
  ],
  [
    /^Some values of (.+) lie outside its scale of (\S+) to (\S+)\. The scale was widened\.$/u,
    'Manche Werte von {1} liegen außerhalb der Skala von {2} bis {3}. Die Skala wurde erweitert.',
  ],
];

const said = (found: string): string => kinds.get(found) ?? categories.get(found) ?? found;

/** What was expected of a line that an importer could not read, in German; null where there is none. */
export const expectedInGerman = (english: string): string | null => inGerman(expected, english);

/** What an importer notes on a file, in German; null where there is none. Names and texts of the file stand in JSON quotation marks. */
export const importInGerman = (english: string): string | null =>
  inGerman(rules, english, (found) => {
    const own = said(found);
    return expectedInGerman(own) ?? own;
  });
