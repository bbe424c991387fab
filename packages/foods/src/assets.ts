import { readClassItems } from './class-items.ts';
import { lengthened, longYear, unpackColumns, unpackDigits, unpackPairs } from './packed.ts';
import type {
  CommonName,
  FoodTables,
  LabelWord,
  Part,
  Portion,
  Preparation,
  Variation,
} from './tables.ts';

/**
 * The compiled tables as they are stored (`assets/foods.json`, written by `compile/`): columns instead of
 * rows, so that they pack well. Foods are named by their place in ascending order of code.
 */
export interface FoodsAsset {
  readonly version: string;
  /** By place in the order of use. */
  readonly ingredientCodes: readonly number[];
  readonly ingredientNames: string;
  readonly ingredientClasses: string;
  /** Lines; empty for an ingredient without an everyday name. */
  readonly ingredientFamilies: string;
  /** Per cent that is neither water nor ash. */
  readonly ingredientDry: readonly number[];
  /** Differences of ascending food codes. */
  readonly codeSteps: readonly number[];
  readonly names: string;
  /** Last survey year; 0 for own foods (`shortYear`, one letter each). */
  readonly years: string;
  /**
   * Parts per food (one letter each); then, for all foods after each other, their ingredients (pairs of letters), and
   * hundredths of a per cent (`shortened`, columns) of all but the first part, which is the rest.
   */
  readonly counts: string;
  readonly parts: string;
  readonly hundredths: string;
  /** Lines `tag~probability:grade ...` by place. */
  readonly preparations: string;
  /** Lines of classes by place. */
  readonly foodClasses: string;
  /** Lines `words TAB words that speak against it TAB classes`. */
  readonly variations: string;
  /** Lines `step of place TAB name|language|grams|unit TAB name ...`; what is as before is left out. */
  readonly commonNames: string;
  /** Lines `step of place TAB name TAB name ...`. */
  readonly synonyms: string;
  /** Lines `unit TAB place or empty TAB grams`. */
  readonly portions: string;
  /** Lines `name TAB language TAB classes`. */
  readonly labelWords: string;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/**
 * Decodes the compiled tables; about 50 ms of processor time. Classes and preparations of a food are decoded when asked for.
 * @param text content of `assets/foods.json`
 * @throws SyntaxError or RangeError when it is not what `compile/` wrote
 */
export const readFoodTables = (text: string): FoodTables => {
  const asset = JSON.parse(text) as FoodsAsset;
  const count = asset.codeSteps.length;
  const codes = new Int32Array(count);
  const starts = new Int32Array(count + 1);
  const counts = unpackDigits(asset.counts);
  const parts = unpackPairs(asset.parts);
  const hundredths = unpackColumns(asset.hundredths).map(lengthened);
  for (let i = 0; i < count; i++) {
    codes[i] = (i > 0 ? codes[i - 1]! : 0) + asset.codeSteps[i]!;
    starts[i + 1] = starts[i]! + counts[i]!;
  }
  if (starts[count] !== parts.length || parts.length !== hundredths.length + count)
    throw new RangeError('the compiled food tables are damaged');
  const ingredientCodes = Uint16Array.from(asset.ingredientCodes);
  const ingredientNames = linesOf(asset.ingredientNames);
  const ingredientClasses = asset.ingredientClasses.split('\n');
  const ingredientFamilies = asset.ingredientFamilies.split('\n');
  const preparationsAt = readWhenAsked(asset.preparations, (items) =>
    items.split(' ').map(readPreparation),
  );
  const classesAt = readWhenAsked(asset.foodClasses, readClassItems);
  let labelWords: readonly LabelWord[] | undefined;
  return {
    version: asset.version,
    codes,
    names: linesOf(asset.names),
    surveys: Uint16Array.from(unpackDigits(asset.years), longYear),
    ingredients: new Map(
      Array.from(ingredientCodes, (code, i) => [
        code,
        {
          code,
          name: ingredientNames[i]!,
          classes: readClassItems(ingredientClasses[i]!),
          family: ingredientFamilies[i] === '' ? null : ingredientFamilies[i]!,
          dry: asset.ingredientDry[i]! / 100,
        },
      ]),
    ),
    partsAt: (index) => {
      const list: Part[] = [];
      const start = starts[index]!;
      let rest = 10_000;
      for (let i = start + 1; i < starts[index + 1]!; i++) {
        const amount = hundredths[i - index - 1]!;
        rest -= amount;
        list.push({ ingredient: ingredientCodes[parts[i]!]!, percent: amount / 100 });
      }
      return [{ ingredient: ingredientCodes[parts[start]!]!, percent: rest / 100 }, ...list];
    },
    classesAt,
    preparationsAt,
    variations: linesOf(asset.variations).map((line): Variation => {
      const [words, unless, classes] = line.split('\t');
      return {
        words: words!.split(' '),
        unless: unless === '' ? [] : unless!.split(' '),
        classes: readClassItems(classes!),
      };
    }),
    commonNames: readCommonNames(asset.commonNames, codes),
    synonyms: readSynonyms(asset.synonyms, codes),
    portions: linesOf(asset.portions).map((line): Portion => {
      const [unit, place, grams] = line.split('\t');
      return {
        unit: unit!,
        code: place === '' ? null : codes[Number(place)]!,
        grams: Number(grams),
      };
    }),
    get labelWords() {
      return (labelWords ??= readLabelWords(asset.labelWords));
    },
  };
};

/** Lines by place; an index is read when somebody asks for it, and remembered. */
const readWhenAsked = <T>(
  text: string,
  read: (items: string) => readonly T[],
): ((index: number) => readonly T[]) => {
  const lines = linesOf(text);
  const known = new Map<number, readonly T[]>();
  return (index) => {
    const line = lines[index] ?? '';
    if (line === '') return [];
    let items = known.get(index);
    if (items === undefined) known.set(index, (items = read(line)));
    return items;
  };
};

const readLabelWords = (text: string): LabelWord[] =>
  linesOf(text).map((line) => {
    const [name, language, classes] = line.split('\t');
    return {
      name: name!,
      language: language as LabelWord['language'],
      classes: readClassItems(classes!),
    };
  });

const readCommonNames = (text: string, codes: Int32Array): CommonName[] => {
  const names: CommonName[] = [];
  let place = 0;
  let language = '';
  let grams = 0;
  let unit = '';
  for (const line of linesOf(text)) {
    const [step, ...cells] = line.split('\t');
    place += Number(step);
    for (const cell of cells) {
      const [name, ...rest] = cell.split('|');
      if (rest.length > 0) {
        language = rest[0]!;
        grams = Number(rest[1]);
        unit = rest[2]!;
      }
      names.push({
        name: name!,
        language: language as CommonName['language'],
        code: codes[place]!,
        grams,
        ...(unit === '' ? {} : { unit: unit as 'piece' | 'slice' }),
      });
    }
  }
  return names;
};

const readSynonyms = (text: string, codes: Int32Array): FoodTables['synonyms'] => {
  let place = 0;
  return linesOf(text).flatMap((line) => {
    const [step, ...names] = line.split('\t');
    place += Number(step);
    const code = codes[place]!;
    return names.map((name) => ({ name, code }));
  });
};

const readPreparation = (item: string): Preparation => {
  const [, tag, probability = '1', grade] =
    /^([a-z-]+)(?:~(\d*\.?\d+))?:([a-z]+)$/u.exec(item) ?? [];
  return {
    tag: tag as Preparation['tag'],
    probability: Number(probability),
    grade: grade as Preparation['grade'],
  };
};
