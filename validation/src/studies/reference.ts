/** One person of a table that is not ours to ship, as plain day series; NaN where unknown. */
export interface ReferencePerson {
  readonly id: string;
  readonly from: string;
  /** Score by day, and its range. */
  readonly severity: Float64Array;
  readonly scale: { readonly min: number; readonly max: number };
  readonly step: number;
  readonly exposures: readonly {
    readonly category: 'food' | 'medication';
    readonly name: string;
    /** 1 recorded, 0 not recorded on a day with other rows of the category, NaN otherwise. */
    readonly days: Float64Array;
  }[];
}

/** Tables found in the folder named by ZONULA_REFERENCE_DATA; empty without it. */
export interface Reference {
  /** Real check-ins with foods and treatments (Flaredown). */
  readonly panel: readonly ReferencePerson[];
  /** Simulated daily SCORAD of sixteen patients (EczemaPred PO-SCORAD). */
  readonly scorad: readonly ReferencePerson[];
  /** Reads a table by its name, such as `nof1/laughter.csv`; null without a folder. */
  readonly readFile: ((name: string) => string) | null;
}

export const noReference: Reference = { panel: [], scorad: [], readFile: null };

/** Splits a plain comma-separated table, quotes around cells allowed, into rows keyed by header. */
export function tableOf(text: string): ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = text
    .split(/\r?\n/u)
    .filter((line) => line.length > 0)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/gu, '')));
  return rows.map((cells) => new Map(header.map((name, i) => [name, cells[i] ?? ''])));
}

const DAY = 86_400_000;

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
};

/**
 * The panel of check-ins: `max_symptom_severity` 0-4, columns `food_*` and `treat_*` 0/1. A food is
 * known absent only on a day with some food, a treatment on a day with some treatment.
 */
export function panelOf(text: string): ReferencePerson[] {
  return groupBy(tableOf(text), (row) => row.get('user_id')!).map((rows) => {
    const dates = rows.map((row) => Date.parse(`${row.get('checkin_date')}T00:00:00Z`));
    const first = Math.min(...dates);
    const days = (Math.max(...dates) - first) / DAY + 1;
    const series = (): Float64Array => new Float64Array(days).fill(Number.NaN);
    const severity = series();
    const columns = [...rows[0]!.keys()].filter((name) => /^(food|treat)_/u.test(name));
    const exposures = columns.map((column) => ({
      column,
      category: column.startsWith('food_') ? ('food' as const) : ('medication' as const),
      name: column.replace(/^(food|treat)_/u, '').replaceAll('_', ' '),
      days: series(),
    }));
    rows.forEach((row, i) => {
      const day = (dates[i]! - first) / DAY;
      severity[day] = Number(row.get('max_symptom_severity'));
      for (const category of ['food', 'medication'] as const) {
        const own = exposures.filter((exposure) => exposure.category === category);
        if (!own.some(({ column }) => Number(row.get(column)) > 0)) continue;
        for (const exposure of own) exposure.days[day] = Number(row.get(exposure.column));
      }
    });
    return {
      id: rows[0]!.get('user_id')!,
      from: new Date(first).toISOString().slice(0, 10),
      severity,
      scale: { min: 0, max: 4 },
      step: 1,
      exposures: exposures.map(({ category, name, days }) => ({ category, name, days })),
    };
  });
}

/** Total SCORAD by day, rounded to whole points of 0-103. */
export function scoradOf(text: string): ReferencePerson[] {
  return groupBy(tableOf(text), (row) => row.get('Patient')!).map((rows) => {
    const last = Math.max(...rows.map((row) => Number(row.get('Day'))));
    const severity = new Float64Array(last).fill(Number.NaN);
    for (const row of rows) {
      const score = Number(row.get('SCORAD'));
      if (row.get('SCORAD') !== '' && Number.isFinite(score)) {
        severity[Number(row.get('Day')) - 1] = Math.round(score);
      }
    }
    return {
      id: rows[0]!.get('Patient')!,
      from: '2020-01-06',
      severity,
      scale: { min: 0, max: 103 },
      step: 1,
      exposures: [],
    };
  });
}
