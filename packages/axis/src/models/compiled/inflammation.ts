// biome-ignore-all format: written by fixtures/compile-models.ts, not by hand
import type { CompiledModel } from '../../model.ts';

export const inflammation: CompiledModel = {
  derivative: (_t, y, p, out) => {
    const kpg = p[0]!;
    const P = y[0]!;
    const pinf = p[1]!;
    const kpm = p[2]!;
    const sm = p[3]!;
    const mum = p[4]!;
    const kmp = p[5]!;
    const kpn = p[6]!;
    const N = y[1]!;
    const C = y[3]!;
    const cinf = p[20]!;
    const _0 = C / cinf;
    const _1 = 1 / (1 + (_0 * _0));
    out[0] = (((kpg * P) * (1 - (P / pinf))) - (((kpm * sm) * P) / (mum + (kmp * P)))) - (((kpn * N) * _1) * P);
    const snr = p[10]!;
    const knn = p[7]!;
    const knp = p[8]!;
    const knd = p[9]!;
    const D = y[2]!;
    const _2 = (((knn * N) + (knp * P)) + (knd * D)) * _1;
    const munr = p[11]!;
    const mun = p[12]!;
    out[1] = ((snr * _2) / (munr + _2)) - (mun * N);
    const kdn = p[13]!;
    const _3 = N * _1;
    const _4 = (_3 * _3) * _3;
    const _5 = _4 * _4;
    const xdn = p[14]!;
    const _6 = (xdn * xdn) * xdn;
    const mud = p[15]!;
    out[2] = ((kdn * _5) / ((_6 * _6) + _5)) - (mud * D);
    const sc = p[16]!;
    const kcn = p[17]!;
    const kcnd = p[18]!;
    const _7 = (N + (kcnd * D)) * _1;
    const muc = p[19]!;
    out[3] = (sc + ((kcn * _7) / (1 + _7))) - (muc * C);
  },
  jacobian: (_t, y, p, out) => {
    const kpg = p[0]!;
    const P = y[0]!;
    const pinf = p[1]!;
    const kpm = p[2]!;
    const sm = p[3]!;
    const _0 = kpm * sm;
    const mum = p[4]!;
    const kmp = p[5]!;
    const _1 = mum + (kmp * P);
    const kpn = p[6]!;
    const N = y[1]!;
    const _2 = kpn * N;
    const C = y[3]!;
    const cinf = p[20]!;
    const _3 = C / cinf;
    const _4 = 1 + (_3 * _3);
    const _5 = 1 / _4;
    out[0] = (((kpg * (1 - (P / pinf))) + ((-(1 / pinf)) * (kpg * P))) - ((_0 / _1) - ((((_0 * P) / _1) * kmp) / _1))) - (_2 * _5);
    out[1] = -((kpn * _5) * P);
    const _6 = -((_5 * ((2 * _3) * (1 / cinf))) / _4);
    out[3] = -((_6 * _2) * P);
    const knp = p[8]!;
    const _7 = knp * _5;
    const snr = p[10]!;
    const munr = p[11]!;
    const knn = p[7]!;
    const knd = p[9]!;
    const D = y[2]!;
    const _8 = ((knn * N) + (knp * P)) + (knd * D);
    const _9 = _8 * _5;
    const _10 = munr + _9;
    const _11 = (snr * _9) / _10;
    out[4] = ((_7 * snr) / _10) - ((_11 * _7) / _10);
    const _12 = knn * _5;
    const mun = p[12]!;
    out[5] = (((_12 * snr) / _10) - ((_11 * _12) / _10)) - mun;
    const _13 = knd * _5;
    out[6] = ((_13 * snr) / _10) - ((_11 * _13) / _10);
    const _14 = _6 * _8;
    out[7] = ((_14 * snr) / _10) - ((_11 * _14) / _10);
    const _15 = N * _5;
    const _16 = _15 * _15;
    const _17 = 6 * ((_16 * _16) * _15);
    const _18 = _17 * _5;
    const kdn = p[13]!;
    const xdn = p[14]!;
    const _19 = (xdn * xdn) * xdn;
    const _20 = _16 * _15;
    const _21 = _20 * _20;
    const _22 = (_19 * _19) + _21;
    const _23 = (kdn * _21) / _22;
    out[9] = ((_18 * kdn) / _22) - ((_23 * _18) / _22);
    const mud = p[15]!;
    out[10] = -mud;
    const _24 = _17 * (_6 * N);
    out[11] = ((_24 * kdn) / _22) - ((_23 * _24) / _22);
    const kcn = p[17]!;
    const kcnd = p[18]!;
    const _25 = N + (kcnd * D);
    const _26 = _25 * _5;
    const _27 = 1 + _26;
    const _28 = (kcn * _26) / _27;
    out[13] = ((_5 * kcn) / _27) - ((_28 * _5) / _27);
    const _29 = kcnd * _5;
    out[14] = ((_29 * kcn) / _27) - ((_28 * _29) / _27);
    const _30 = _6 * _25;
    const muc = p[19]!;
    out[15] = (((_30 * kcn) / _27) - ((_28 * _30) / _27)) - muc;
  },
  observe: (_t, y, p, out) => {
    const C = y[3]!;
    const cinf = p[20]!;
    const _0 = C / cinf;
    out[0] = 1 - (1 / (1 + (_0 * _0)));
  },
  elimination: {
    room: 13,
    factor: (s, j, w) => {
      let w0_0 = s - j[0]!;
      const w0_1 = -j[1]!;
      const w0_3 = -j[3]!;
      let w1_1 = s - j[5]!;
      let w1_0 = -j[4]!;
      const w1_2 = -j[6]!;
      let w1_3 = -j[7]!;
      let w2_2 = s - j[10]!;
      let w2_1 = -j[9]!;
      let w2_3 = -j[11]!;
      let w3_3 = s - j[15]!;
      let w3_1 = -j[13]!;
      let w3_2 = -j[14]!;
      if (!(Math.abs(w0_0) > 0.00001 * (s + Math.abs(j[0]!)))) return false;
      w0_0 = 1 / w0_0;
      w[0] = w0_0;
      w1_0 *= w0_0;
      if (Math.abs(w1_0) > 100000) return false;
      w[4] = w1_0;
      w1_1 -= w1_0 * w0_1;
      w1_3 -= w1_0 * w0_3;
      w[1] = w0_1;
      w[2] = w0_3;
      if (!(Math.abs(w1_1) > 0.00001 * (s + Math.abs(j[5]!)))) return false;
      w1_1 = 1 / w1_1;
      w[3] = w1_1;
      w2_1 *= w1_1;
      if (Math.abs(w2_1) > 100000) return false;
      w[8] = w2_1;
      w2_2 -= w2_1 * w1_2;
      w2_3 -= w2_1 * w1_3;
      w3_1 *= w1_1;
      if (Math.abs(w3_1) > 100000) return false;
      w[11] = w3_1;
      w3_2 -= w3_1 * w1_2;
      w3_3 -= w3_1 * w1_3;
      w[5] = w1_2;
      w[6] = w1_3;
      if (!(Math.abs(w2_2) > 0.00001 * (s + Math.abs(j[10]!)))) return false;
      w2_2 = 1 / w2_2;
      w[7] = w2_2;
      w3_2 *= w2_2;
      if (Math.abs(w3_2) > 100000) return false;
      w[12] = w3_2;
      w3_3 -= w3_2 * w2_3;
      w[9] = w2_3;
      if (!(Math.abs(w3_3) > 0.00001 * (s + Math.abs(j[15]!)))) return false;
      w3_3 = 1 / w3_3;
      w[10] = w3_3;
      return true;
    },
    solve: (w, x) => {
      let x0 = x[0]!;
      let x1 = x[1]!;
      let x2 = x[2]!;
      let x3 = x[3]!;
      x1 -= w[4]! * x0;
      x2 -= w[8]! * x1;
      x3 -= w[11]! * x1;
      x3 -= w[12]! * x2;
      x3 *= w[10]!;
      x[3] = x3;
      x2 -= w[9]! * x3;
      x2 *= w[7]!;
      x[2] = x2;
      x1 -= w[5]! * x2;
      x1 -= w[6]! * x3;
      x1 *= w[3]!;
      x[1] = x1;
      x0 -= w[1]! * x1;
      x0 -= w[2]! * x3;
      x0 *= w[0]!;
      x[0] = x0;
    },
  },
  pattern: [
    [0, 0], [0, 1], [0, 3],
    [1, 0], [1, 1], [1, 2], [1, 3],
    [2, 1], [2, 2], [2, 3],
    [3, 1], [3, 2], [3, 3],
  ],
};
