// biome-ignore-all format: written by fixtures/compile-models.ts, not by hand
import type { CompiledModel } from '../../model.ts';

export const transit: CompiledModel = {
  derivative: (_t, y, p, out) => {
    const transitMinutes = p[0]!;
    const _0 = (7 * 60) / transitMinutes;
    const S1 = y[0]!;
    const absorptionRatio = p[1]!;
    const Peff = p[2]!;
    const _1 = (absorptionRatio * Peff) * _0;
    out[0] = ((-_0) * S1) - (_1 * S1);
    const S2 = y[1]!;
    const _2 = _0 * S2;
    out[1] = ((_0 * S1) - _2) - (_1 * S2);
    const S3 = y[2]!;
    const _3 = _0 * S3;
    out[2] = (_2 - _3) - (_1 * S3);
    const S4 = y[3]!;
    const _4 = _0 * S4;
    out[3] = (_3 - _4) - (_1 * S4);
    const S5 = y[4]!;
    const _5 = _0 * S5;
    out[4] = (_4 - _5) - (_1 * S5);
    const S6 = y[5]!;
    const _6 = _0 * S6;
    out[5] = (_5 - _6) - (_1 * S6);
    const S7 = y[6]!;
    const _7 = _0 * S7;
    out[6] = (_6 - _7) - (_1 * S7);
    out[7] = _1 * ((((((S1 + S2) + S3) + S4) + S5) + S6) + S7);
    out[8] = _7;
  },
  jacobian: (_t, _y, p, out) => {
    const transitMinutes = p[0]!;
    const _0 = (7 * 60) / transitMinutes;
    const absorptionRatio = p[1]!;
    const Peff = p[2]!;
    const _1 = (absorptionRatio * Peff) * _0;
    const _2 = (-_0) - _1;
    out[0] = _2;
    out[9] = _0;
    out[10] = _2;
    out[19] = _0;
    out[20] = _2;
    out[29] = _0;
    out[30] = _2;
    out[39] = _0;
    out[40] = _2;
    out[49] = _0;
    out[50] = _2;
    out[59] = _0;
    out[60] = _2;
    out[63] = _1;
    out[64] = _1;
    out[65] = _1;
    out[66] = _1;
    out[67] = _1;
    out[68] = _1;
    out[69] = _1;
    out[78] = _0;
  },
  observe: (_t, y, _p, out) => {
    const S1 = y[0]!;
    const S2 = y[1]!;
    const S3 = y[2]!;
    const S4 = y[3]!;
    const S5 = y[4]!;
    const S6 = y[5]!;
    const S7 = y[6]!;
    const _0 = (((((S1 + S2) + S3) + S4) + S5) + S6) + S7;
    out[0] = _0;
    const absorbed = y[7]!;
    const colon = y[8]!;
    out[1] = absorbed / ((_0 + absorbed) + colon);
  },
  pattern: [
    [0, 0],
    [1, 0], [1, 1],
    [2, 1], [2, 2],
    [3, 2], [3, 3],
    [4, 3], [4, 4],
    [5, 4], [5, 5],
    [6, 5], [6, 6],
    [7, 0], [7, 1], [7, 2], [7, 3], [7, 4], [7, 5], [7, 6],
    [8, 6],
  ],
};
