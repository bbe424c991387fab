import type { View } from './places.ts';

type Point = readonly [x: number, y: number];

const round = (value: number): number => Math.round(value * 10) / 10;

/** A closed curve through points (Catmull-Rom, as cubic Béziers); a point given twice is a corner. */
const closedCurve = (points: readonly Point[]): string => {
  const at = (k: number): Point => points[(k + points.length) % points.length]!;
  const pieces = points.map((_, k) => {
    const [before, from, to, after] = [at(k - 1), at(k), at(k + 1), at(k + 2)];
    const [ax, ay] = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const [bx, by] = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[ax, ay, bx, by, ...to].map(round).join(' ')}`;
  });
  return `M${points[0]!.join(' ')}${pieces.join('')}Z`;
};

const mirrored =
  (width: number) =>
  ([x, y]: Point): Point => [width - x, y];

/** Down the right edge from the crown and up the left one. */
const symmetric = (half: readonly Point[], width: number): string =>
  closedCurve([...half, ...half.slice(1, -1).reverse().map(mirrored(width))]);

const bodyWidth = 220;
const bodyHeight = 484;

const figure: readonly Point[] = [
  [110, 8],
  [123, 11.5],
  [131, 24],
  [132, 38],
  [128.5, 54],
  [120.5, 65],
  [119.5, 74],
  [122, 83],
  [135, 89.5],
  [151, 94],
  [161, 103],
  [165.5, 119],
  [167, 143],
  [171, 168],
  [174.5, 190],
  [179.5, 212],
  [184, 236],
  [188, 257],
  [194, 272],
  [197.5, 290],
  [196, 305],
  [191, 311],
  [186.5, 306],
  [184, 294],
  [181.5, 296],
  [178, 299],
  [176, 292],
  [177, 276],
  [176.5, 259],
  [169.5, 236],
  [161.5, 212],
  [157, 192],
  [152.5, 168],
  [149, 143],
  [148.5, 141],
  [147.5, 144],
  [145, 165],
  [141.5, 186],
  [142, 205],
  [147, 226],
  [151, 248],
  [151, 276],
  [147, 308],
  [142, 334],
  [140, 350],
  [142.5, 374],
  [140.5, 398],
  [134.5, 428],
  [133, 442],
  [136, 455],
  [140, 466],
  [136, 473],
  [125, 473.5],
  [119, 467],
  [120, 453],
  [120.5, 440],
  [119, 424],
  [117, 396],
  [116.5, 372],
  [117.5, 350],
  [116, 330],
  [113.5, 296],
  [111.5, 264],
  [110, 258],
];

const headWidth = 220;
const headHeight = 276;
const head: readonly Point[] = [
  [110, 10],
  [146, 17],
  [174, 42],
  [185, 80],
  [185, 114],
  [182, 150],
  [176, 184],
  [163, 220],
  [138, 248],
  [110, 257],
];

const ears = 'M184 112C198 100 206 112 203 132C200 152 192 166 180 160Z';

/** Straight through points, on the right half of the picture. */
const straight = (...points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;

export interface Zone {
  /** The place without its side. */
  readonly words: string;
  /** Drawn for the right half of the picture, and mirrored. */
  readonly path: string;
  /** `pair`: a place a side. `twice`: one place, drawn on both sides. `whole`: drawn once. `door`: no place, it leads to the face. */
  readonly kind: 'pair' | 'twice' | 'whole' | 'door';
  /** Where its mark stands, on the right half. */
  readonly at: Point;
}

const arm = (names: readonly [string, string, string, string]): readonly Zone[] => [
  {
    words: names[0],
    kind: 'pair',
    path: 'M141 84L178 92L180 186Q164 190 146 194L148 142Q150 112 141 84Z',
    at: [158.5, 148],
  },
  {
    words: names[1],
    kind: 'pair',
    path: 'M180 186Q164 190 146 194L152 220Q170 218 188 212Z',
    at: [167, 203],
  },
  {
    words: names[2],
    kind: 'pair',
    path: 'M188 212Q170 218 152 220L168 264Q182 264 198 258Z',
    at: [177, 238],
  },
  {
    words: names[3],
    kind: 'pair',
    path: 'M198 258Q182 264 168 264L172 320L206 320Z',
    at: [188, 287],
  },
];

const leg = (names: readonly [string, string, string, string], top: string): readonly Zone[] => [
  {
    words: names[0],
    kind: 'pair',
    path: `${top}L160 326Q132 334 110 326Z`,
    at: [131, 288],
  },
  {
    words: names[1],
    kind: 'pair',
    path: 'M110 326Q132 334 160 326L160 362Q130 372 110 362Z',
    at: [129, 347],
  },
  {
    words: names[2],
    kind: 'pair',
    path: 'M110 362Q130 372 160 362L160 440Q128 446 110 440Z',
    at: [129.5, 402],
  },
  {
    words: names[3],
    kind: 'pair',
    path: 'M110 440Q128 446 160 440L160 484L110 484Z',
    at: [128, 460],
  },
];

const front: readonly Zone[] = [
  {
    words: 'face',
    kind: 'door',
    path: straight([70, 0], [150, 0], [150, 62], [110, 78], [70, 62]),
    at: [110, 38],
  },
  {
    words: 'neck',
    kind: 'whole',
    path: 'M90 58L110 78L130 58L132 84Q110 100 88 84Z',
    at: [110, 83],
  },
  {
    words: 'chest',
    kind: 'whole',
    path: 'M88 84Q110 100 132 84L141 84Q150 112 148 142L146 152Q128 164 110 158Q92 164 74 152L72 142Q70 112 79 84Z',
    at: [110, 126],
  },
  {
    words: 'belly',
    kind: 'whole',
    path: 'M146 152Q128 164 110 158Q92 164 74 152L66 222Q88 230 110 240Q132 230 154 222Z',
    at: [110, 196],
  },
  {
    words: 'groin',
    kind: 'whole',
    path: 'M154 222Q132 230 110 240Q88 230 66 222L68 232Q96 240 106 264L114 264Q124 240 152 232Z',
    at: [110, 249],
  },
  ...arm(['upper arm', 'bend of the elbow', 'forearm', 'palm']),
  ...leg(['thigh', 'knee', 'shin', 'foot'], 'M110 264L114 264Q124 240 152 232L160 230'),
  { words: 'armpits', kind: 'twice', path: 'M148.500 128a11 11 0 1 0 .01 0Z', at: [148.5, 139] },
];

const back: readonly Zone[] = [
  {
    words: 'scalp',
    kind: 'whole',
    path: straight([70, 0], [150, 0], [150, 58], [70, 58]),
    at: [110, 34],
  },
  { words: 'nape', kind: 'whole', path: 'M90 58L130 58L132 84Q110 92 88 84Z', at: [110, 72] },
  {
    words: 'shoulders',
    kind: 'whole',
    path: 'M88 84Q110 92 132 84L141 84Q148 100 149 116Q110 128 71 116Q72 100 79 84Z',
    at: [110, 106],
  },
  {
    words: 'upper back',
    kind: 'whole',
    path: 'M149 116Q110 128 71 116L72 142L76 172Q110 182 144 172L148 142Z',
    at: [110, 148],
  },
  {
    words: 'lower back',
    kind: 'whole',
    path: 'M144 172Q110 182 76 172L70 222Q90 216 110 226Q130 216 150 222Z',
    at: [110, 200],
  },
  {
    words: 'buttock',
    kind: 'pair',
    path: 'M156 220Q130 216 110 226L110 276Q132 284 160 270Z',
    at: [131, 249],
  },
  ...arm(['back of the upper arm', 'elbow', 'back of the forearm', 'back of the hand']),
  ...leg(['back of the thigh', 'hollow of the knee', 'calf', 'heel'], 'M110 276Q132 284 160 270'),
];

const face: readonly Zone[] = [
  {
    words: 'forehead',
    kind: 'whole',
    path: 'M20 0L200 0L200 86Q160 70 124 88L96 88Q60 70 20 86Z',
    at: [110, 56],
  },
  {
    words: 'cheek',
    kind: 'pair',
    path: 'M124 88Q160 70 185 84L185 116L181 150L174 208L146 190Q138 172 130 166Q126 130 124 88Z',
    at: [158, 160],
  },
  {
    words: 'nose',
    kind: 'whole',
    path: 'M96 88L124 88Q126 130 131 160Q128 178 110 178Q92 178 89 160Q94 130 96 88Z',
    at: [110, 142],
  },
  {
    words: 'chin',
    kind: 'whole',
    path: 'M89 164Q92 178 110 178Q128 178 131 164Q139 172 146 190L172 208L172 276L48 276L48 208L74 190Q81 172 89 164Z',
    at: [110, 234],
  },
  {
    words: 'eyelids',
    kind: 'twice',
    path: 'M127 108Q134 92 150 92Q168 94 173 110Q164 124 149 124Q134 122 127 108Z',
    at: [150, 101],
  },
  { words: 'ears', kind: 'twice', path: ears, at: [193, 131] },
];

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly outline: string;
  /** What stands out of the outline, mirrored too. */
  readonly beside: string | null;
  readonly zones: readonly Zone[];
  /** Fine lines that make it a body, on the right half and mirrored. */
  readonly lines: string;
  /** Hair, on the right half and mirrored. */
  readonly hair: string;
}

export const drawings: Readonly<Record<View, Drawing>> = {
  front: {
    width: bodyWidth,
    height: bodyHeight,
    outline: symmetric(figure, bodyWidth),
    beside: null,
    zones: front,
    lines:
      'M114 93Q126 90 138 95M126 343q4 6 9 1M110 214v4M115 44q4 -3 9 0M110 46l-2.500 8h3M105 60q5 2 10 0',
    hair: 'M110 4H140V40L130.500 37Q131 20 119 19Q114 18.500 110 18.500Z',
  },
  back: {
    width: bodyWidth,
    height: bodyHeight,
    outline: symmetric(figure, bodyWidth),
    beside: null,
    zones: back,
    lines: 'M110 96V214M126 112q10 10 4 30M110 232v38',
    hair: 'M110 4H140V52Q126 64 110 63Z',
  },
  face: {
    width: headWidth,
    height: headHeight,
    outline: symmetric(head, headWidth),
    beside: ears,
    zones: face,
    lines:
      'M129 85Q148 75 170 84M133 111Q149 121 166 111M110 171q7 0 11 -5M110 205Q115 201 121 203L131 207Q122 219 110 219M110 208Q121 209 131 207',
    hair: 'M110 0H200V104L183 92Q181 52 152 42Q134 36 110 37Z',
  },
};
