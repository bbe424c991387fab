import { SaxesParser } from 'saxes';
import type { Importer, ImportOptions, ImportSink } from '../importer.ts';
import { quoted, unusable } from '../place.ts';
import { textOf } from '../source.ts';
import { atOf, stampOf } from './apple-health-days.ts';
import { type Attributes, createReader, detached } from './apple-health-reader.ts';
import { createScan } from './apple-health-scan.ts';
import { appleRules, type Rule } from './apple-health-types.ts';

const foodCorrelation = 'HKCorrelationTypeIdentifierFood';
// biome-ignore lint/suspicious/noControlCharactersInRegex: exports contain them
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;
const listedTypes = 500;

/** Turns the text of single elements into attributes; strict, without entities of the file's own. */
const createElementParser = (file: string) => {
  const parser = new SaxesParser();
  let line: () => number = () => 1;
  let own: Attributes = {};
  let metadata = new Map<string, string>();
  let depth = 0;
  parser.on('error', (error) => {
    const what = /undefined entity/iu.test(error.message)
      ? 'expected only the five entities of XML'
      : 'expected well-formed XML';
    throw unusable({ file, line: line() }, what);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth === 2) own = attributes as Attributes;
    else if (depth === 3 && name === 'MetadataEntry') {
      const { key, value } = attributes as Attributes;
      if (key !== undefined && value !== undefined) metadata.set(key, value);
    }
  });
  parser.on('closetag', () => {
    depth--;
  });
  parser.write('<HealthData>');
  return (text: string, lineOf: () => number) => {
    line = lineOf;
    own = {};
    metadata = new Map();
    parser.write(text);
    return { attributes: own, metadata };
  };
};

const readExport = async (
  chunks: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  sink: ImportSink,
): Promise<void> => {
  const { file } = options;
  const reader = createReader(sink, file);
  const parse = createElementParser(file);
  const unread = new Map<string, number>();
  let current: Rule | undefined;

  const control = (): void =>
    sink.warn('control-character', 'Control characters that XML does not allow were skipped.');
  const skip = (name: string, type: string): void => {
    const label = type === '' ? `<${name}>` : type;
    const known = unread.get(label);
    if (known !== undefined) unread.set(label, known + 1);
    else {
      const key = unread.size < listedTypes ? detached(label) : 'other types';
      unread.set(key, (unread.get(key) ?? 0) + 1);
    }
  };

  const scan = createScan(file, {
    control,
    wants(name, type) {
      current = name === 'Record' ? appleRules.get(type) : undefined;
      if (current !== undefined || type === foodCorrelation) return true;
      if (name !== 'ExportDate') skip(name, type);
      return false;
    },
    element(text, line) {
      const clean = text.replace(forbidden, ' ');
      if (clean !== text && text.search(forbidden) >= 0) control();
      const { attributes, metadata } = parse(clean, line);
      const start = stampOf(attributes.startDate);
      const end = stampOf(attributes.endDate);
      if (start === null || end === null) {
        const found = quoted((start === null ? attributes.startDate : attributes.endDate) ?? '');
        reader.recorder.unreadable(line(), `expected a date with its zone, found ${found}`);
        return;
      }
      if (current !== undefined) {
        reader.read(current, attributes, metadata, start, end);
        return;
      }
      const food = metadata.get('HKFoodType');
      if (food !== undefined && reader.single('food', attributes.startDate, food)) {
        reader.recorder.put('food', detached(food), 1, atOf(start));
      }
    },
  });

  const oddity = (): void =>
    sink.warn('bom', 'The file begins with a byte order mark. It was left out.');
  const text = textOf(chunks, { file, onProgress: options.onProgress, onBom: oddity });
  for await (const piece of text) scan.write(piece);
  scan.finish();
  for (const [type, count] of unread) {
    const short = type.replace(/^HK(?:Quantity|Category|Correlation)TypeIdentifier/u, '');
    sink.warn('unread-type', `Entries of type ${quoted(short)} were not read (${count}).`);
  }
  reader.writeDays();
  reader.recorder.finish();
};

/** Apple Health's `export.xml`, streamed: memory grows with the days, not with the file. */
export const appleHealth: Importer = {
  format: 'apple-health',
  detect: (head) => (/<!DOCTYPE\s+HealthData|<HealthData[\s>]/u.test(head) ? 1 : 0),
  read: readExport,
};
