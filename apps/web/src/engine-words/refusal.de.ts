import { expectedInGerman } from './import.de.ts';
import { inGerman, type Rule } from './rules.ts';

/** What is wrong with a whole file. */
const ofFiles: readonly Rule[] = [
  [
    /^expected the header date,category,name,value, or a file of one of the formats (.+)$/u,
    'Das ist keine Datei, die Zonula kennt. Lesbar sind {1} und Tabellen mit den Spalten date,category,name,value',
  ],
  [
    /^expected (?:a diary|a header line), found an empty file$|^expected the header date,category,name,value$/u,
    'Die Datei ist leer',
  ],
  [
    /^expected text, found a ZIP archive \(or an Excel workbook\); unpack it, or save the sheet as CSV$/u,
    'Das ist ein ZIP-Archiv oder eine Excel-Mappe. Entpacke es oder speichere das Blatt als CSV',
  ],
  [
    /^expected text, found a gzip archive; unpack it first$/u,
    'Das ist ein gzip-Archiv. Entpacke es zuerst',
  ],
  [/^expected text, found a PDF$/u, 'Das ist ein PDF und keine Tabelle'],
  [/^expected text, found an SQLite database$/u, 'Das ist eine SQLite-Datenbank und kein Text'],
  [
    /^expected text, found an old Excel workbook; save the sheet as CSV$/u,
    'Das ist eine alte Excel-Mappe. Speichere das Blatt als CSV',
  ],
  [
    /^expected text, found UTF-16 text; save it as UTF-8$/u,
    'Der Text ist in UTF-16. Speichere ihn als UTF-8',
  ],
  [
    /^expected --map COLUMNS\.json, which says what each column holds$/u,
    'Es fehlt, was die Spalten enthalten',
  ],
  [/^expected one of the formats (.+), found (.+)$/u, 'Lesbar sind {1}, nicht {2}'],
  [/^expected --person ID, since this file holds several people,/u, 'Die Datei ist von mehreren'],
  [
    /^expected the ID of a person in this file(?:, for example (.+))?; found (.+)$/u,
    '{2} kommt in der Datei nicht vor',
  ],
  [
    /^expected an Apple Health export with <HealthData>$|^expected <HealthData> near the beginning of an Apple Health export$/u,
    'Das ist keine Datei von Apple Health',
  ],
  [/^expected an encrypted Zonula backup$/u, 'Das ist keine verschlüsselte Sicherung von Zonula'],
  [
    /^expected version (\d+) of the backup, found (\d+); a newer Zonula may have written it$|^version: expected (\d+), found (\d+); a newer Zonula may have written it$/u,
    'Diese Sicherung hat wohl ein neueres Zonula geschrieben. Lade die Seite neu',
  ],
  [
    /^expected a whole backup; the file is cut short$|^expected a whole Zonula backup in JSON; perhaps the file is cut short$/u,
    'Die Sicherung ist unvollständig',
  ],
  [/^the passphrase does not open this backup$/u, 'Mit diesem Satz geht die Sicherung nicht auf'],
  [
    /^expected a backup as it was written; the file is damaged$|^photos\[\d+\]: expected the photo of this id, found another or a damaged one$/u,
    'Die Sicherung ist beschädigt',
  ],
  [
    /^(?:format|version|(?:revisions|photos)(?:\[\d+\])?)(?:\.[\w[\].]+)?: |^expected a JSON object with format, |^[\w."\\]+: there is no such field/u,
    'Das ist keine Sicherung, die Zonula lesen kann',
  ],
  [/^expected a photo as JPEG, PNG or WebP$/u, 'Das ist kein Foto als JPEG, PNG oder WebP'],
  [/^expected a whole photo, found a damaged one$/u, 'Das Foto ist beschädigt'],
];

/** What was expected of a cell; what was found follows. */
const cells: readonly Rule[] = [
  [/^a number, or nothing$/u, 'eine Zahl oder nichts'],
  [/^a number$/u, 'eine Zahl'],
  [/^a name$/u, 'ein Name'],
  [/^a time as HH:MM$/u, 'eine Uhrzeit als HH:MM'],
  [/^a day as YYYY-MM-DD$/u, 'ein Tag als JJJJ-MM-TT'],
  [/^a date such as 2026-03-01$/u, 'ein Datum wie 2026-03-01'],
  [/^a date, day first$/u, 'ein Datum mit dem Tag zuerst'],
  [/^a date, month first$/u, 'ein Datum mit dem Monat zuerst'],
  [
    /^dates that tell day and month apart \(or "dateOrder": "dmy" or "mdy" in the map\)$/u,
    'ein Datum, das Tag und Monat unterscheidet (oder sag, was zuerst kommt)',
  ],
  [/^one of (\S+(?: \S+)*)$/u, 'eines von {1}'],
  [/^a scale such as "#scale skin\/itch 0 10"$/u, 'eine Skala wie "#scale skin/itch 0 10"'],
];

/** What is wrong at a place of a file. */
const atPlaces: readonly Rule[] = [
  [
    /^expected UTF-8 text; save the file as UTF-8$/u,
    'Der Text ist nicht in UTF-8. Speichere die Datei als UTF-8',
  ],
  [/^expected text, found binary data$/u, 'Hier steht kein Text'],
  [
    /^expected a line of at most (\d+) characters$/u,
    'Die Zeile ist zu lang: höchstens {1} Zeichen',
  ],
  [
    /^expected a cell of at most (\d+) characters; a quotation mark opened on line (\d+)$/u,
    'Die Zelle ist zu lang: höchstens {1} Zeichen. In Zeile {2} beginnt ein Anführungszeichen',
  ],
  [
    /^expected a cell of at most (\d+) characters$/u,
    'Die Zelle ist zu lang: höchstens {1} Zeichen',
  ],
  [/^expected at most (\d+) cells in a line$/u, 'Eine Zeile darf höchstens {1} Zellen haben'],
  [
    /^expected (\d+) cells as in the first row, found (\d+)$/u,
    'erwartet waren {1} Zellen wie in der ersten Zeile, gefunden {2}',
  ],
  [
    /^expected a separator or the end of the line after a closing quotation mark$/u,
    'Nach einem schließenden Anführungszeichen muss ein Trennzeichen oder das Ende der Zeile kommen',
  ],
  [
    /^expected a closing quotation mark before the end of the file$/u,
    'Bis zum Ende der Datei fehlt ein schließendes Anführungszeichen',
  ],
  [
    /^expected a line with the names of the columns$/u,
    'Es fehlt eine Zeile mit den Namen der Spalten',
  ],
  [
    /^expected one column (.+), found 0; the columns are (.+)$/u,
    'Die Spalte {1} fehlt. Die Spalten sind {2}',
  ],
  [
    /^expected one column (.+), found (\d+); the columns are (.+)$/u,
    'Die Spalte {1} gibt es {2}-mal. Die Spalten sind {3}',
  ],
  [/^expected one column (.+)$/u, 'Die Spalte {1} gibt es mehrmals'],
  [
    /^expected the header date,category,name,value; the column (.+) is missing$/u,
    'erwartet waren die Spalten date,category,name,value; {1} fehlt',
  ],
  [
    /^expected one scale for (.+), found (\S+) to (\S+) and (\S+) to (\S+)$/u,
    'Für {1} gibt es zwei Skalen: {2} bis {3} und {4} bis {5}',
  ],
  [
    /^expected CATEGORY\/NAME for the column (.+), with one of (.+)$/u,
    'Für die Spalte {1} fehlt, was sie enthält: eines von {2}',
  ],
  [
    /^expected a column "full_date", or "year" and "date"$/u,
    'Es fehlt die Spalte "full_date", oder "year" und "date"',
  ],
  [
    /^expected a column "measurement_time" or "intervention_task_time"$/u,
    'Es fehlt die Spalte "measurement_time" oder "intervention_task_time"',
  ],
  [/^expected a column (".+")$/u, 'Es fehlt die Spalte {1}'],
  [
    /^expected at least one column of a nutrient such as "Energy \(kcal\)"$/u,
    'Es fehlt eine Spalte mit einem Nährstoff wie "Energy (kcal)"',
  ],
  [
    /^expected the columns of a Flaredown export \(Date, \.\.\., Tags, Foods\)$/u,
    'erwartet waren die Spalten von Flaredown (Date, ..., Tags, Foods)',
  ],
  [
    /^expected an Apple Health export; it never defines XML entities$|^expected only the five entities of XML$|^expected well-formed XML$|^expected an element(?:, found text)?$|^expected ">" before the next "<"$|^expected nothing after <\/HealthData>$|^expected <\/\w+>$|^expected the name of an element after "<"$|^expected the end of a tag$/u,
    'Hier ist die Datei nicht, wie Apple Health sie schreibt',
  ],
  [
    /^expected <\/HealthData> before the end of the file; it is cut off$/u,
    'Die Datei von Apple Health ist abgeschnitten',
  ],
];

/** What the browser's database cannot do. */
const ofJournal: readonly Rule[] = [
  [
    /^There is no room left on this device\./u,
    'Auf diesem Gerät ist kein Platz mehr. Nichts ging verloren; diese letzte Änderung wurde nicht behalten.',
  ],
  [
    /^Your diary was closed\. Load the page again\.$/u,
    'Dein Tagebuch wurde geschlossen. Lade die Seite neu.',
  ],
  [
    /^This browser keeps no data here\./u,
    'Dieser Browser behält hier nichts. Vielleicht ist es ein privates Fenster.',
  ],
  [
    /^A newer Zonula wrote this diary\./u,
    'Ein neueres Zonula hat dieses Tagebuch geschrieben. Lade die Seite neu.',
  ],
  [
    /^The browser did not keep this last change\. Try it again\.$/u,
    'Der Browser hat diese letzte Änderung nicht behalten. Versuch es noch einmal.',
  ],
];

const atPlace = (what: string): string | null => {
  const known = inGerman(atPlaces, what) ?? expectedInGerman(what);
  if (known !== null) return known;
  const [, wanted, found] = /^expected (.+), found (".*")$/su.exec(what) ?? [];
  const cell = wanted === undefined ? null : inGerman(cells, wanted);
  return cell === null ? null : `erwartet war ${cell}, gefunden ${found}`;
};

/** `FILE, line 5, column 4 (value)`: the numbers and the name are optional. */
const placeInGerman = (place: string): string => {
  const [, file, line, column, name] =
    /^(.*?)(?:, line (\d+))?(?:, column (\d+)(?: \((.*)\))?)?$/su.exec(place) ?? [];
  const parts = [file ?? place];
  if (line !== undefined) parts.push(`Zeile ${line}`);
  if (column !== undefined) parts.push(`Spalte ${column}${name === undefined ? '' : ` (${name})`}`);
  return parts.join(', ');
};

/** Why a file cannot be used, `PLACE: WHAT`, in German; null where there is none. */
export const refusalInGerman = (english: string): string | null => {
  const own = inGerman(ofJournal, english);
  if (own !== null) return own;
  const [, observation] = /^observation (\d+): /u.exec(english) ?? [];
  if (observation !== undefined)
    return `Eintrag ${observation}: Ein Text oder eine Zahl darin ist nicht brauchbar, vielleicht zu lang`;
  // A file's own name may hold a colon too.
  for (let at = english.indexOf(': '); at >= 0; at = english.indexOf(': ', at + 1)) {
    const [place, what] = [english.slice(0, at), english.slice(at + 2)];
    const ofFile = inGerman(ofFiles, what);
    if (ofFile !== null)
      return `${placeInGerman(place).replace(/, Zeile 1(?:, Spalte 1)?$/u, '')}: ${ofFile}`;
    const there = atPlace(what);
    if (there !== null) return `${placeInGerman(place)}: ${there}`;
  }
  return null;
};
