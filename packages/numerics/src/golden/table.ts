/** A small CSV with a header line, no line breaks inside fields. */
export interface Table {
  readonly rows: number;
  /** A column as text. Throws when there is none of that name. */
  readonly text: (name: string) => readonly string[];
  /** A column as numbers; an empty field or NA is NaN. */
  readonly numbers: (name: string) => Float64Array;
}

export function parseTable(csv: string): Table {
  const [header, ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/("[^"]*"|[^,]*)(,|$)/g)].map((m) => m[1]!.replaceAll('"', '')),
    );
  const text = (name: string) => {
    const column = header!.indexOf(name);
    if (column < 0) throw new Error(`no column ${name}`);
    return lines.map((fields) => fields[column]!);
  };
  const numbers = (name: string) =>
    Float64Array.from(text(name), (field) =>
      field === '' || field === 'NA' ? Number.NaN : Number(field),
    );
  return { rows: lines.length, text, numbers };
}
