/**
 * Decoder of LZMA2 streams, after the LZMA specification by Igor Pavlov (lzma-specification.txt, 2015) and the
 * chunk format of LZMA2 in xz (xz-file-format and its reference implementation). Slow and small: it unpacks the
 * one archive in which the nutrient values are published.
 */

const stateCount = 12;
const bitModelTotal = 11;
const initialProbability = 1 << (bitModelTotal - 1);
const matchMinLength = 2;

const probabilities = (count: number): Uint16Array =>
  new Uint16Array(count).fill(initialProbability);

interface RangeDecoder {
  readonly start: (at: number) => void;
  readonly position: () => number;
  readonly bit: (model: Uint16Array, index: number) => number;
  /** Bits through a tree of models, most significant first. */
  readonly tree: (model: Uint16Array, offset: number, bits: number) => number;
  /** Bits through a tree of models, least significant first. */
  readonly reverseTree: (model: Uint16Array, offset: number, bits: number) => number;
  readonly direct: (bits: number) => number;
}

const createRangeDecoder = (input: Uint8Array): RangeDecoder => {
  let position = 0;
  let range = 0;
  let code = 0;
  const normalise = (): void => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | input[position++]!) >>> 0;
    }
  };
  const bit = (model: Uint16Array, index: number): number => {
    normalise();
    const probability = model[index]!;
    const bound = (range >>> bitModelTotal) * probability;
    if (code < bound) {
      range = bound;
      model[index] = probability + (((1 << bitModelTotal) - probability) >> 5);
      return 0;
    }
    range -= bound;
    code -= bound;
    model[index] = probability - (probability >> 5);
    return 1;
  };
  return {
    start: (at) => {
      position = at + 5;
      range = 0xffffffff;
      code = 0;
      for (let i = 1; i < 5; i++) code = ((code << 8) | input[at + i]!) >>> 0;
    },
    position: () => position,
    bit,
    tree: (model, offset, bits) => {
      let symbol = 1;
      for (let i = 0; i < bits; i++) symbol = (symbol << 1) | bit(model, offset + symbol);
      return symbol - (1 << bits);
    },
    reverseTree: (model, offset, bits) => {
      let symbol = 1;
      let value = 0;
      for (let i = 0; i < bits; i++) {
        const one = bit(model, offset + symbol);
        symbol = (symbol << 1) | one;
        value |= one << i;
      }
      return value;
    },
    direct: (bits) => {
      let value = 0;
      for (let i = 0; i < bits; i++) {
        normalise();
        range >>>= 1;
        const one = code >= range ? 1 : 0;
        if (one === 1) code -= range;
        value = (value << 1) | one;
      }
      return value >>> 0;
    },
  };
};

interface LengthModel {
  readonly choice: Uint16Array;
  readonly low: Uint16Array;
  readonly middle: Uint16Array;
  readonly high: Uint16Array;
}

const createLengthModel = (): LengthModel => ({
  choice: probabilities(2),
  low: probabilities(16 << 3),
  middle: probabilities(16 << 3),
  high: probabilities(1 << 8),
});

const createModels = (literalBits: number) => ({
  literal: probabilities(0x300 << literalBits),
  isMatch: probabilities(stateCount << 4),
  isRepeat: probabilities(stateCount),
  isRepeat0: probabilities(stateCount),
  isRepeat1: probabilities(stateCount),
  isRepeat2: probabilities(stateCount),
  isRepeat0Long: probabilities(stateCount << 4),
  slot: probabilities(4 << 6),
  special: probabilities(115),
  align: probabilities(16),
  length: createLengthModel(),
  repeatLength: createLengthModel(),
});

/**
 * @param input an LZMA2 stream
 * @param size bytes that it holds, unpacked
 * @throws RangeError when the stream is damaged
 */
export const unpackLzma2 = (input: Uint8Array, size: number): Uint8Array => {
  const output = new Uint8Array(size);
  const decoder = createRangeDecoder(input);
  const { bit } = decoder;
  const damaged = (): never => {
    throw new RangeError('the packed stream is damaged');
  };
  let written = 0;
  let dictionaryStart = 0;
  let contextBits = 3;
  let positionMask = 3;
  let literalPositionMask = 0;
  let models = createModels(3);
  let state = 0;
  const repeats = [0, 0, 0, 0];

  const lengthOf = ({ choice, low, middle, high }: LengthModel, positionState: number): number => {
    if (bit(choice, 0) === 0) return decoder.tree(low, positionState << 3, 3);
    if (bit(choice, 1) === 0) return 8 + decoder.tree(middle, positionState << 3, 3);
    return 16 + decoder.tree(high, 0, 8);
  };

  const distanceOf = (length: number): number => {
    const slot = decoder.tree(models.slot, Math.min(length, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + decoder.reverseTree(models.special, base - slot, bits);
    return (
      ((base >>> 0) + decoder.direct(bits - 4) * 16 + decoder.reverseTree(models.align, 0, 4)) >>> 0
    );
  };

  const literal = (): void => {
    const before = written > dictionaryStart ? output[written - 1]! : 0;
    const place =
      (((written - dictionaryStart) & literalPositionMask) << contextBits) +
      (before >> (8 - contextBits));
    const offset = 0x300 * place;
    let symbol = 1;
    if (state >= 7) {
      let match = output[written - repeats[0]! - 1]!;
      do {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const one = bit(models.literal, offset + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | one;
        if (expected !== one) break;
      } while (symbol < 0x100);
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(models.literal, offset + symbol);
    output[written++] = symbol & 0xff;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };

  const packedChunk = (end: number): void => {
    while (written < end) {
      const positionState = (written - dictionaryStart) & positionMask;
      const stated = (state << 4) + positionState;
      if (bit(models.isMatch, stated) === 0) {
        literal();
        continue;
      }
      let length: number;
      if (bit(models.isRepeat, state) === 0) {
        length = lengthOf(models.length, positionState);
        const distance = distanceOf(length);
        repeats.pop();
        repeats.unshift(distance);
        state = state < 7 ? 7 : 10;
      } else if (bit(models.isRepeat0, state) === 0) {
        if (bit(models.isRepeat0Long, stated) === 0) {
          const distance = repeats[0]! + 1;
          if (distance > written - dictionaryStart) damaged();
          output[written] = output[written - distance]!;
          written++;
          state = state < 7 ? 9 : 11;
          continue;
        }
        length = lengthOf(models.repeatLength, positionState);
        state = state < 7 ? 8 : 11;
      } else {
        const which =
          bit(models.isRepeat1, state) === 0 ? 1 : bit(models.isRepeat2, state) === 0 ? 2 : 3;
        repeats.unshift(...repeats.splice(which, 1));
        length = lengthOf(models.repeatLength, positionState);
        state = state < 7 ? 8 : 11;
      }
      const distance = repeats[0]! + 1;
      length += matchMinLength;
      if (distance > written - dictionaryStart || written + length > end) damaged();
      for (let i = 0; i < length; i++, written++) output[written] = output[written - distance]!;
    }
  };

  for (let at = 0; ; ) {
    const control = input[at] ?? damaged();
    if (control === 0) break;
    if (control < 0x80) {
      if (control > 2) damaged();
      const count = 1 + ((input[at + 1]! << 8) | input[at + 2]!);
      if (control === 1) dictionaryStart = written;
      if (written + count > size || at + 3 + count > input.length) damaged();
      output.set(input.subarray(at + 3, at + 3 + count), written);
      written += count;
      at += 3 + count;
      continue;
    }
    const count = 1 + (((control & 0x1f) << 16) | (input[at + 1]! << 8) | input[at + 2]!);
    const packed = 1 + ((input[at + 3]! << 8) | input[at + 4]!);
    const reset = (control >> 5) & 3;
    let start = at + 5;
    if (reset === 3) dictionaryStart = written;
    if (reset >= 2) {
      const properties = input[start++] ?? damaged();
      contextBits = properties % 9;
      const literalPositionBits = Math.floor(properties / 9) % 5;
      const positionBits = Math.floor(properties / 45);
      if (contextBits + literalPositionBits > 4 || positionBits > 4) damaged();
      literalPositionMask = (1 << literalPositionBits) - 1;
      positionMask = (1 << positionBits) - 1;
      models = createModels(contextBits + literalPositionBits);
    }
    if (reset >= 1) {
      if (reset === 1) {
        const literalBits = Math.log2(models.literal.length / 0x300);
        models = createModels(literalBits);
      }
      state = 0;
      repeats.fill(0);
    }
    if (written + count > size || start + packed > input.length) damaged();
    decoder.start(start);
    packedChunk(written + count);
    if (decoder.position() > start + packed) damaged();
    at = start + packed;
  }
  if (written !== size) damaged();
  return output;
};
