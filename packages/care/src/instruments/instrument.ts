/** A part of the range of a score, up to and with `upTo`, judged on the total rounded to one decimal. */
export interface Band {
  readonly name: string;
  readonly upTo: number;
}

/** The change of a total that people who live with it can feel, as published. */
export interface MeaningfulChange {
  /** In points, for an instrument whose change is judged so. */
  readonly points?: number;
  /** As a share of the earlier total, from 0 to 1. */
  readonly share?: number;
  /** DOI, PMID or address. */
  readonly source: string;
}

export type Rights =
  | { readonly status: 'own' }
  /** A published formula, said in our own words; the name belongs to its authors. */
  | { readonly status: 'formula' }
  /** May be shown unchanged under this licence, with this credit. */
  | { readonly status: 'unchanged'; readonly licence: string; readonly credit: string }
  /** Questions may be shown only with a licence; a total that somebody typed may be kept. */
  | { readonly status: 'licensed'; readonly holder: string; readonly terms: string };

export interface Instrument {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Who fills it in. */
  readonly by: 'clinician' | 'person';
  readonly bands: readonly Band[];
  /** Null where none was found. */
  readonly change: MeaningfulChange | null;
  readonly rights: Rights;
  /** DOI, PMID or address of the formula and the bands. */
  readonly sources: readonly string[];
}

/** A number that goes into a total, in the order of the form. */
export interface Part {
  readonly name: string;
  readonly points: number;
}

export interface Score {
  readonly instrument: string;
  readonly name: string;
  readonly total: number;
  readonly min: number;
  readonly max: number;
  /** Null where no bands are published. */
  readonly band: string | null;
  readonly parts: readonly Part[];
}

/** Sums of tenths and halves come out a hair beside; three decimals hold every total there is. */
export const exact = (value: number): number => Math.round(value * 1000) / 1000;

export const bandOf = ({ bands }: Instrument, total: number): string | null =>
  bands.find(({ upTo }) => Math.round(total * 10) / 10 <= upTo)?.name ?? null;

export const scoreOf = (
  instrument: Instrument,
  parts: readonly Part[],
  total = parts.reduce((sum, { points }) => sum + points, 0),
): Score => {
  const { id, name, min, max } = instrument;
  const rounded = exact(total);
  return {
    instrument: id,
    name,
    total: rounded,
    min,
    max,
    band: bandOf(instrument, rounded),
    parts: parts.map((part) => ({ ...part, points: exact(part.points) })),
  };
};
