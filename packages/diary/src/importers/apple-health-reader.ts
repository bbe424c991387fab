import { identityOf } from '../category.ts';
import type { ImportSink } from '../importer.ts';
import { quoted } from '../place.ts';
import {
  atOf,
  createNights,
  createTotals,
  type Stamp,
  spanOf,
  type Totals,
} from './apple-health-days.ts';
import {
  appetiteValues,
  flowValues,
  ovulationValues,
  presenceValues,
  type Rule,
  severityValues,
  sleepValues,
} from './apple-health-types.ts';
import { createKeySet } from './key-set.ts';
import { converted } from './nutrients.ts';
import { type At, createRecorder, scale } from './recorder.ts';

export type Attributes = Readonly<Record<string, string>>;

/** A copy that does not keep the piece of the file it was cut from alive. */
export const detached = (text: string): string => ` ${text}`.slice(1);

/** Gathers records of an export; `writeDays` writes what is added up over a day or a night. */
export const createReader = (sink: ImportSink, file: string) => {
  const recorder = createRecorder(sink, file);
  const seen = createKeySet();
  const totals = new Map<Rule & { kind: 'total' }, Totals>();
  const counts = new Map<string, Map<string, number>>();
  const maxima = new Map<string, Map<string, number>>();
  const nights = createNights();

  const perDay = (all: Map<string, Map<string, number>>, name: string): Map<string, number> => {
    const known = all.get(name);
    if (known !== undefined) return known;
    const days = new Map<string, number>();
    all.set(name, days);
    return days;
  };
  const unknownValue = (type: string, value: string | undefined): void =>
    sink.warn('unknown-value', `Value ${quoted(value ?? '')} of ${type} is not in our table.`);
  const single = (...parts: readonly (string | undefined)[]): boolean => seen.add(parts.join('\n'));

  const readTotal = (rule: Rule & { kind: 'total' }, attributes: Attributes, at: At): void => {
    const { type, unit = '', sourceName = '' } = attributes;
    const number = Number(attributes.value);
    const value =
      rule.name === 'Water' && unit === 'g' ? number : converted(number, unit, rule.unit);
    if (attributes.value === undefined || value === null || !Number.isFinite(value)) {
      sink.warn(
        'unknown-unit',
        `${type} in ${quoted(unit)} could not be converted to ${rule.unit}.`,
      );
      return;
    }
    const sums = totals.get(rule) ?? createTotals();
    totals.set(rule, sums);
    sums.add(rule.devices ? detached(sourceName) : '', at.date, value);
  };

  const readFlow = (value: string | undefined, metadata: ReadonlyMap<string, string>, at: At) => {
    const amount = flowValues.get(value ?? '');
    if (amount === undefined) {
      unknownValue('menstrual flow', value);
      return;
    }
    recorder.put('cycle', 'Period', amount === 0 ? 0 : 1, at);
    if (amount !== null) recorder.put('cycle', 'Menstrual flow', amount, at);
    if (metadata.get('HKMenstrualCycleStart') === '1') recorder.put('cycle', 'Cycle start', 1, at);
  };

  const readScore = (
    rule: Rule & { kind: 'severity' | 'presence' },
    value: string | undefined,
    days: readonly At[],
  ): void => {
    const rated = rule.kind === 'severity';
    const score = (rated ? severityValues : presenceValues).get(value ?? '');
    if (score === undefined) {
      unknownValue(rule.name, value);
      return;
    }
    if (score === null) {
      sink.warn('no-severity', `${quoted(rule.name)} without a severity was kept as a note.`);
      for (const at of days) recorder.note(rule.name, 'present, severity not given', at);
      return;
    }
    for (const at of days) recorder.put(rule.category, rule.name, score, at);
    sink.scale(identityOf(rule.category, rule.name), scale(0, rated ? 3 : 1));
  };

  const readAppetite = (value: string | undefined, at: At): void => {
    const changes = appetiteValues.get(value ?? '');
    if (changes === undefined) {
      unknownValue('appetite changes', value);
      return;
    }
    if (changes === null) {
      recorder.note('Appetite change', 'direction not given', at);
      return;
    }
    for (const [index, name] of ['Appetite decreased', 'Appetite increased'].entries()) {
      recorder.put('symptom', name, changes[index]!, at);
      sink.scale(identityOf('symptom', name), scale(0, 1));
    }
  };

  const readTemperature = ({ value, unit }: Attributes, at: At): void => {
    const number = Number(value);
    const celsius = unit === 'degF' ? ((number - 32) * 5) / 9 : number;
    if (!Number.isFinite(celsius) || (unit !== 'degF' && unit !== 'degC')) {
      unknownValue('basal body temperature', `${value} ${unit}`);
      return;
    }
    recorder.put('cycle', 'Basal body temperature', Math.round(celsius * 100) / 100, {
      ...at,
      unit: '°C',
    });
  };

  const readSleep = (value: string | undefined, start: Stamp, end: Stamp): void => {
    const stage = sleepValues.get(value ?? '');
    if (stage === undefined) unknownValue('sleep', value);
    else nights.add(stage, start, end);
  };

  const readOvulation = (value: string | undefined, at: At): void => {
    const result = ovulationValues.get(value ?? '');
    if (result === undefined) unknownValue('ovulation test', value);
    else if (result === null) recorder.note('Ovulation test', 'no clear result', at);
    else recorder.put('cycle', 'Ovulation test', result, at);
  };

  const addUp = (key: string, { date }: At, amount: number): void => {
    const days = perDay(counts, key);
    days.set(date, (days.get(date) ?? 0) + amount);
  };

  const readMaximum = (
    rule: Rule & { kind: 'maximum' },
    value: string | undefined,
    { date }: At,
  ): void => {
    const number = Number(value);
    if (!Number.isFinite(number)) {
      unknownValue(rule.name, value);
      return;
    }
    const days = perDay(maxima, rule.name);
    days.set(date, Math.max(days.get(date) ?? number, number));
  };

  const read = (
    rule: Rule,
    attributes: Attributes,
    metadata: ReadonlyMap<string, string>,
    start: Stamp,
    end: Stamp,
  ): void => {
    const { type, value, startDate, endDate } = attributes;
    const food = metadata.get('HKFoodType');
    const at = atOf(start);
    if (food !== undefined && single('food', startDate, food)) {
      recorder.put('food', detached(food), 1, at);
    }
    // The same entry twice: written by phone and watch, or by two apps that share their data.
    const devices = rule.kind === 'total' && rule.devices;
    if (!devices && rule.kind !== 'sleep' && !single(type, startDate, endDate, value)) {
      sink.warn('repeated-record', 'Records that repeat another record were counted once.');
      return;
    }
    switch (rule.kind) {
      case 'severity':
      case 'presence':
        readScore(rule, value, spanOf(start, end));
        break;
      case 'appetite':
        readAppetite(value, at);
        break;
      case 'sleep':
        readSleep(value, start, end);
        break;
      case 'flow':
        readFlow(value, metadata, { date: start.moment.date });
        break;
      case 'spotting':
        recorder.put('cycle', 'Spotting', 1, { date: start.moment.date });
        break;
      case 'ovulation':
        readOvulation(value, at);
        break;
      case 'temperature':
        readTemperature(attributes, at);
        break;
      case 'total':
        readTotal(rule, attributes, at);
        break;
      case 'duration':
        addUp(`${rule.name}\nmin`, at, Math.max(0, end.instant - start.instant) / 60_000);
        break;
      case 'count':
        addUp(`${rule.name}\n`, at, 1);
        break;
      case 'maximum':
        readMaximum(rule, value, at);
    }
  };

  const rounded = (value: number): number => Number(value.toPrecision(6));
  const writeDays = (): void => {
    for (const [rule, sums] of totals) {
      const unit = rule.unit === 'count' ? undefined : rule.unit;
      for (const [date, value] of sums.days()) {
        recorder.put('habit', rule.name, rounded(value), { date, unit });
      }
    }
    for (const [key, days] of counts) {
      const [name, unit] = key.split('\n') as [string, string];
      for (const [date, value] of days) recorder.put('habit', name, rounded(value), { date, unit });
    }
    for (const [name, days] of maxima) {
      for (const [date, value] of days) recorder.put('weather', name, value, { date });
    }
    const names = { asleep: 'hours', 'in bed': 'hours in bed', awake: 'hours awake' } as const;
    for (const [date, stage, hours] of nights.hours()) {
      recorder.put('sleep', names[stage], hours, { date, unit: 'h' });
    }
  };

  return { recorder, single, read, writeDays };
};
