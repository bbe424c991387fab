// biome-ignore-all format: written by fixtures/compile-models.ts, not by hand
import type { CompiledModel } from '../../model.ts';

export const psoriasis: CompiledModel = {
  derivative: (_t, y, p, out) => {
    const il172 = p[2]!;
    const T = y[4]!;
    const il1720 = p[3]!;
    const IL17 = y[0]!;
    out[0] = (il172 * T) - (il1720 * IL17);
    const tnf2 = p[4]!;
    const tnf20 = p[5]!;
    const TNF = y[1]!;
    out[1] = (tnf2 * T) - (tnf20 * TNF);
    const il232 = p[6]!;
    const DC = y[5]!;
    const il2320 = p[7]!;
    const IL23 = y[2]!;
    out[2] = (il232 * DC) - (il2320 * IL23);
    const sc2gf = p[9]!;
    const SC = y[6]!;
    const ta2gf = p[10]!;
    const TA = y[7]!;
    const gf20 = p[8]!;
    const GF = y[3]!;
    out[3] = ((sc2gf * SC) + (ta2gf * TA)) - (gf20 * GF);
    const t2 = p[0]!;
    const t20 = p[1]!;
    const uv_dose = p[29]!;
    const uv_eff = p[30]!;
    const _0 = uv_dose * uv_eff;
    const t_min = p[34]!;
    const a_base = p[17]!;
    const _1 = (_0 * (T - t_min)) + (a_base * T);
    out[4] = ((t2 * IL23) - (t20 * T)) - _1;
    const t_vm = p[11]!;
    const _2 = GF * GF;
    const _3 = _2 * _2;
    const t_kp = p[12]!;
    const dc_act = p[13]!;
    const dc_stim = p[14]!;
    const dc_min = p[35]!;
    const _4 = (_0 * (DC - dc_min)) + (a_base * DC);
    out[5] = (((((t_vm * _3) / (t_kp + _3)) + dc_act) + dc_stim) - (t20 * DC)) - _4;
    const sc2 = p[20]!;
    const _5 = IL17 + TNF;
    const sc20 = p[24]!;
    const arrest = p[28]!;
    const _6 = (1 - arrest) * _0;
    const sc_min = p[36]!;
    const _7 = SC - sc_min;
    const _8 = (_6 * _7) + (a_base * SC);
    const _9 = arrest * _0;
    const _10 = _9 * _7;
    out[6] = ((((sc2 * _5) * SC) - (sc20 * (SC * SC))) - _8) - _10;
    const ta2 = p[21]!;
    const sc2ta = p[22]!;
    const ta20 = p[25]!;
    const ta_min = p[37]!;
    const _11 = TA - ta_min;
    const _12 = (_6 * _11) + (a_base * TA);
    const _13 = _9 * _11;
    out[7] = (((((ta2 * _5) * TA) + ((sc2ta * _5) * SC)) - (ta20 * (TA * TA))) - _12) - _13;
    const ta2d = p[23]!;
    const d20 = p[26]!;
    const D = y[8]!;
    const _14 = a_base * D;
    const desq = p[27]!;
    out[8] = ((((ta2d * _5) * TA) - (d20 * (D * D))) - _14) - (desq * D);
    const a20 = p[18]!;
    const A = y[9]!;
    out[9] = ((((_1 + _4) + _8) + _12) + _14) - (a20 * A);
    const r20 = p[19]!;
    const R = y[10]!;
    out[10] = (_10 + _13) - (r20 * (R * R));
  },
  jacobian: (_t, y, p, out) => {
    const il1720 = p[3]!;
    out[0] = -il1720;
    const il172 = p[2]!;
    out[4] = il172;
    const tnf20 = p[5]!;
    out[12] = -tnf20;
    const tnf2 = p[4]!;
    out[15] = tnf2;
    const il2320 = p[7]!;
    out[24] = -il2320;
    const il232 = p[6]!;
    out[27] = il232;
    const gf20 = p[8]!;
    out[36] = -gf20;
    const sc2gf = p[9]!;
    out[39] = sc2gf;
    const ta2gf = p[10]!;
    out[40] = ta2gf;
    const t2 = p[0]!;
    out[46] = t2;
    const t20 = p[1]!;
    const uv_dose = p[29]!;
    const uv_eff = p[30]!;
    const _0 = uv_dose * uv_eff;
    const a_base = p[17]!;
    const _1 = _0 + a_base;
    const _2 = (-t20) - _1;
    out[48] = _2;
    const GF = y[3]!;
    const _3 = GF * GF;
    const _4 = 4 * (_3 * GF);
    const t_vm = p[11]!;
    const t_kp = p[12]!;
    const _5 = _3 * _3;
    const _6 = t_kp + _5;
    out[58] = ((_4 * t_vm) / _6) - ((((t_vm * _5) / _6) * _4) / _6);
    out[60] = _2;
    const sc2 = p[20]!;
    const SC = y[6]!;
    const _7 = sc2 * SC;
    out[66] = _7;
    out[67] = _7;
    const IL17 = y[0]!;
    const TNF = y[1]!;
    const _8 = IL17 + TNF;
    const sc20 = p[24]!;
    const arrest = p[28]!;
    const _9 = ((1 - arrest) * _0) + a_base;
    const _10 = arrest * _0;
    out[72] = (((sc2 * _8) - ((2 * SC) * sc20)) - _9) - _10;
    const ta2 = p[21]!;
    const TA = y[7]!;
    const sc2ta = p[22]!;
    const _11 = (ta2 * TA) + (sc2ta * SC);
    out[77] = _11;
    out[78] = _11;
    out[83] = sc2ta * _8;
    const ta20 = p[25]!;
    out[84] = (((ta2 * _8) - ((2 * TA) * ta20)) - _9) - _10;
    const ta2d = p[23]!;
    const _12 = ta2d * TA;
    out[88] = _12;
    out[89] = _12;
    out[95] = ta2d * _8;
    const D = y[8]!;
    const d20 = p[26]!;
    const desq = p[27]!;
    out[96] = ((-((2 * D) * d20)) - a_base) - desq;
    out[103] = _1;
    out[104] = _1;
    out[105] = _9;
    out[106] = _9;
    out[107] = a_base;
    const a20 = p[18]!;
    out[108] = -a20;
    out[116] = _10;
    out[117] = _10;
    const R = y[10]!;
    const r20 = p[19]!;
    out[120] = -((2 * R) * r20);
  },
  observe: (_t, y, p, out) => {
    const SC = y[6]!;
    const TA = y[7]!;
    const _0 = SC + TA;
    const D = y[8]!;
    const R = y[10]!;
    const A = y[9]!;
    const T = y[4]!;
    const DC = y[5]!;
    const _1 = ((((_0 + D) + R) + A) + T) + DC;
    out[0] = _1;
    const sc2 = p[20]!;
    const sc2ta = p[22]!;
    const IL17 = y[0]!;
    const TNF = y[1]!;
    const _2 = IL17 + TNF;
    const ta2 = p[21]!;
    const ta2d = p[23]!;
    out[1] = (_0 / ((((sc2 + sc2ta) * _2) * SC) + ((ta2 * _2) * TA))) + (D / ((ta2d * _2) * TA));
    const totC_min = p[41]!;
    const totC_max = p[42]!;
    const t_min = p[34]!;
    const t_max = p[39]!;
    const d_min = p[38]!;
    const d_max = p[40]!;
    out[2] = ((((_1 - totC_min) / (totC_max - totC_min)) + ((T - t_min) / (t_max - t_min))) + ((D - d_min) / (d_max - d_min))) / 3;
  },
  pattern: [
    [0, 0], [0, 4],
    [1, 1], [1, 4],
    [2, 2], [2, 5],
    [3, 3], [3, 6], [3, 7],
    [4, 2], [4, 4],
    [5, 3], [5, 5],
    [6, 0], [6, 1], [6, 6],
    [7, 0], [7, 1], [7, 6], [7, 7],
    [8, 0], [8, 1], [8, 7], [8, 8],
    [9, 4], [9, 5], [9, 6], [9, 7], [9, 8], [9, 9],
    [10, 6], [10, 7], [10, 10],
  ],
};
