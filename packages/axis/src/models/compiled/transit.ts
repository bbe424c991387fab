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
  elimination: {
    room: 23,
    factor: (s, j, w) => {
      let w0_0 = s - j[0]!;
      let w1_1 = s - j[10]!;
      let w1_0 = -j[9]!;
      let w2_2 = s - j[20]!;
      let w2_1 = -j[19]!;
      let w3_3 = s - j[30]!;
      let w3_2 = -j[29]!;
      let w4_4 = s - j[40]!;
      let w4_3 = -j[39]!;
      let w5_5 = s - j[50]!;
      let w5_4 = -j[49]!;
      let w6_6 = s - j[60]!;
      let w6_5 = -j[59]!;
      let w7_7 = s;
      let w7_0 = -j[63]!;
      let w7_1 = -j[64]!;
      let w7_2 = -j[65]!;
      let w7_3 = -j[66]!;
      let w7_4 = -j[67]!;
      let w7_5 = -j[68]!;
      let w7_6 = -j[69]!;
      let w8_8 = s;
      let w8_6 = -j[78]!;
      if (!(Math.abs(w0_0) > 0.00001 * (s + Math.abs(j[0]!)))) return false;
      w0_0 = 1 / w0_0;
      w[0] = w0_0;
      w1_0 *= w0_0;
      if (Math.abs(w1_0) > 100000) return false;
      w[2] = w1_0;
      w7_0 *= w0_0;
      if (Math.abs(w7_0) > 100000) return false;
      w[14] = w7_0;
      if (!(Math.abs(w1_1) > 0.00001 * (s + Math.abs(j[10]!)))) return false;
      w1_1 = 1 / w1_1;
      w[1] = w1_1;
      w2_1 *= w1_1;
      if (Math.abs(w2_1) > 100000) return false;
      w[4] = w2_1;
      w7_1 *= w1_1;
      if (Math.abs(w7_1) > 100000) return false;
      w[15] = w7_1;
      if (!(Math.abs(w2_2) > 0.00001 * (s + Math.abs(j[20]!)))) return false;
      w2_2 = 1 / w2_2;
      w[3] = w2_2;
      w3_2 *= w2_2;
      if (Math.abs(w3_2) > 100000) return false;
      w[6] = w3_2;
      w7_2 *= w2_2;
      if (Math.abs(w7_2) > 100000) return false;
      w[16] = w7_2;
      if (!(Math.abs(w3_3) > 0.00001 * (s + Math.abs(j[30]!)))) return false;
      w3_3 = 1 / w3_3;
      w[5] = w3_3;
      w4_3 *= w3_3;
      if (Math.abs(w4_3) > 100000) return false;
      w[8] = w4_3;
      w7_3 *= w3_3;
      if (Math.abs(w7_3) > 100000) return false;
      w[17] = w7_3;
      if (!(Math.abs(w4_4) > 0.00001 * (s + Math.abs(j[40]!)))) return false;
      w4_4 = 1 / w4_4;
      w[7] = w4_4;
      w5_4 *= w4_4;
      if (Math.abs(w5_4) > 100000) return false;
      w[10] = w5_4;
      w7_4 *= w4_4;
      if (Math.abs(w7_4) > 100000) return false;
      w[18] = w7_4;
      if (!(Math.abs(w5_5) > 0.00001 * (s + Math.abs(j[50]!)))) return false;
      w5_5 = 1 / w5_5;
      w[9] = w5_5;
      w6_5 *= w5_5;
      if (Math.abs(w6_5) > 100000) return false;
      w[12] = w6_5;
      w7_5 *= w5_5;
      if (Math.abs(w7_5) > 100000) return false;
      w[19] = w7_5;
      if (!(Math.abs(w6_6) > 0.00001 * (s + Math.abs(j[60]!)))) return false;
      w6_6 = 1 / w6_6;
      w[11] = w6_6;
      w7_6 *= w6_6;
      if (Math.abs(w7_6) > 100000) return false;
      w[20] = w7_6;
      w8_6 *= w6_6;
      if (Math.abs(w8_6) > 100000) return false;
      w[22] = w8_6;
      if (!(Math.abs(w7_7) > 0.00001 * (s))) return false;
      w7_7 = 1 / w7_7;
      w[13] = w7_7;
      if (!(Math.abs(w8_8) > 0.00001 * (s))) return false;
      w8_8 = 1 / w8_8;
      w[21] = w8_8;
      return true;
    },
    solve: (w, x) => {
      let x0 = x[0]!;
      let x1 = x[1]!;
      let x2 = x[2]!;
      let x3 = x[3]!;
      let x4 = x[4]!;
      let x5 = x[5]!;
      let x6 = x[6]!;
      let x7 = x[7]!;
      let x8 = x[8]!;
      x1 -= w[2]! * x0;
      x7 -= w[14]! * x0;
      x2 -= w[4]! * x1;
      x7 -= w[15]! * x1;
      x3 -= w[6]! * x2;
      x7 -= w[16]! * x2;
      x4 -= w[8]! * x3;
      x7 -= w[17]! * x3;
      x5 -= w[10]! * x4;
      x7 -= w[18]! * x4;
      x6 -= w[12]! * x5;
      x7 -= w[19]! * x5;
      x7 -= w[20]! * x6;
      x8 -= w[22]! * x6;
      x8 *= w[21]!;
      x[8] = x8;
      x7 *= w[13]!;
      x[7] = x7;
      x6 *= w[11]!;
      x[6] = x6;
      x5 *= w[9]!;
      x[5] = x5;
      x4 *= w[7]!;
      x[4] = x4;
      x3 *= w[5]!;
      x[3] = x3;
      x2 *= w[3]!;
      x[2] = x2;
      x1 *= w[1]!;
      x[1] = x1;
      x0 *= w[0]!;
      x[0] = x0;
    },
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
