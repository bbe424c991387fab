// biome-ignore-all format: written by fixtures/compile-models.ts, not by hand
import type { CompiledModel } from '../../model.ts';

export const crypt: CompiledModel = {
  derivative: (_t, y, p, out) => {
    const p01 = p[5]!;
    const r0 = p[4]!;
    const N0 = y[0]!;
    const N1 = y[1]!;
    const N2 = y[2]!;
    const K = p[3]!;
    const _0 = 1 - (((N0 + N1) + N2) / K);
    const _1 = (r0 * N0) * _0;
    const d0 = p[0]!;
    out[0] = ((1 - p01) * _1) - (d0 * N0);
    const p12 = p[7]!;
    const r1 = p[6]!;
    const _2 = (r1 * N1) * _0;
    const d1 = p[1]!;
    out[1] = ((p01 * _1) + ((1 - p12) * _2)) - (d1 * N1);
    const d2 = p[2]!;
    out[2] = (p12 * _2) - (d2 * N2);
  },
  jacobian: (_t, y, p, out) => {
    const r0 = p[4]!;
    const N0 = y[0]!;
    const N1 = y[1]!;
    const N2 = y[2]!;
    const K = p[3]!;
    const _0 = 1 - (((N0 + N1) + N2) / K);
    const _1 = -(1 / K);
    const _2 = _1 * (r0 * N0);
    const _3 = (r0 * _0) + _2;
    const p01 = p[5]!;
    const _4 = 1 - p01;
    const d0 = p[0]!;
    out[0] = (_3 * _4) - d0;
    const _5 = _2 * _4;
    out[1] = _5;
    out[2] = _5;
    const r1 = p[6]!;
    const _6 = _1 * (r1 * N1);
    const p12 = p[7]!;
    const _7 = 1 - p12;
    const _8 = _6 * _7;
    out[3] = (_3 * p01) + _8;
    const _9 = _2 * p01;
    const _10 = (r1 * _0) + _6;
    const d1 = p[1]!;
    out[4] = (_9 + (_10 * _7)) - d1;
    out[5] = _9 + _8;
    const _11 = _6 * p12;
    out[6] = _11;
    out[7] = _10 * p12;
    const d2 = p[2]!;
    out[8] = _11 - d2;
  },
  observe: (_t, y, _p, out) => {
    const N0 = y[0]!;
    const N1 = y[1]!;
    const N2 = y[2]!;
    out[0] = (N0 + N1) + N2;
  },
  elimination: {
    room: 9,
    factor: (s, j, w) => {
      let w0_0 = s - j[0]!;
      const w0_1 = -j[1]!;
      const w0_2 = -j[2]!;
      let w1_1 = s - j[4]!;
      let w1_0 = -j[3]!;
      let w1_2 = -j[5]!;
      let w2_2 = s - j[8]!;
      let w2_0 = -j[6]!;
      let w2_1 = -j[7]!;
      if (!(Math.abs(w0_0) > 0.00001 * (s + Math.abs(j[0]!)))) return false;
      w0_0 = 1 / w0_0;
      w[0] = w0_0;
      w1_0 *= w0_0;
      if (Math.abs(w1_0) > 100000) return false;
      w[4] = w1_0;
      w1_1 -= w1_0 * w0_1;
      w1_2 -= w1_0 * w0_2;
      w2_0 *= w0_0;
      if (Math.abs(w2_0) > 100000) return false;
      w[7] = w2_0;
      w2_1 -= w2_0 * w0_1;
      w2_2 -= w2_0 * w0_2;
      w[1] = w0_1;
      w[2] = w0_2;
      if (!(Math.abs(w1_1) > 0.00001 * (s + Math.abs(j[4]!)))) return false;
      w1_1 = 1 / w1_1;
      w[3] = w1_1;
      w2_1 *= w1_1;
      if (Math.abs(w2_1) > 100000) return false;
      w[8] = w2_1;
      w2_2 -= w2_1 * w1_2;
      w[5] = w1_2;
      if (!(Math.abs(w2_2) > 0.00001 * (s + Math.abs(j[8]!)))) return false;
      w2_2 = 1 / w2_2;
      w[6] = w2_2;
      return true;
    },
    solve: (w, x) => {
      let x0 = x[0]!;
      let x1 = x[1]!;
      let x2 = x[2]!;
      x1 -= w[4]! * x0;
      x2 -= w[7]! * x0;
      x2 -= w[8]! * x1;
      x2 *= w[6]!;
      x[2] = x2;
      x1 -= w[5]! * x2;
      x1 *= w[3]!;
      x[1] = x1;
      x0 -= w[1]! * x1;
      x0 -= w[2]! * x2;
      x0 *= w[0]!;
      x[0] = x0;
    },
  },
  pattern: [
    [0, 0], [0, 1], [0, 2],
    [1, 0], [1, 1], [1, 2],
    [2, 0], [2, 1], [2, 2],
  ],
};
