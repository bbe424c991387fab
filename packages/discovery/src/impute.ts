/**
 * Expected dose on days whose food, habit or medicine log is missing: posterior mean of a two-state
 * Markov chain (taken / not taken) given all known days (forward-backward, Rabiner 1989), times the
 * person's mean dose when taken. Rates are estimated from the known neighbouring days with a
 * Beta(1, 1) prior each; exact for the chain at those rates.
 */
export const imputeUnknown = (dose: Float64Array): Float64Array => {
  const days = dose.length;
  const out = Float64Array.from(dose);
  let starts = 1;
  let startChances = 2;
  let stays = 1;
  let stayChances = 2;
  let sum = 0;
  let taken = 0;
  let unknown = 0;
  for (let t = 0; t < days; t++) {
    if (Number.isNaN(dose[t])) {
      unknown++;
      continue;
    }
    if (dose[t] > 0) {
      sum += dose[t];
      taken++;
    }
    if (t === 0 || Number.isNaN(dose[t - 1])) continue;
    if (dose[t - 1] > 0) {
      stayChances++;
      if (dose[t] > 0) stays++;
    } else {
      startChances++;
      if (dose[t] > 0) starts++;
    }
  }
  if (unknown === 0) return out;
  const start = starts / startChances;
  const stay = stays / stayChances;
  const whenTaken = taken > 0 ? sum / taken : 1;
  const forward = new Float64Array(days);
  let belief = start / (start + 1 - stay);
  for (let t = 0; t < days; t++) {
    const prior = belief * stay + (1 - belief) * start;
    belief = Number.isNaN(dose[t]) ? prior : dose[t] > 0 ? 1 : 0;
    forward[t] = belief;
  }
  let taken1 = 1;
  let taken0 = 1;
  for (let t = days - 1; t >= 0; t--) {
    if (Number.isNaN(dose[t])) {
      const yes = forward[t] * taken1;
      const no = (1 - forward[t]) * taken0;
      out[t] = (whenTaken * yes) / (yes + no);
    }
    const likelihood1 = Number.isNaN(dose[t]) ? taken1 : dose[t] > 0 ? 1 : 0;
    const likelihood0 = Number.isNaN(dose[t]) ? taken0 : dose[t] > 0 ? 0 : 1;
    const back1 = stay * likelihood1 + (1 - stay) * likelihood0;
    const back0 = start * likelihood1 + (1 - start) * likelihood0;
    const norm = back1 + back0;
    taken1 = back1 / norm;
    taken0 = back0 / norm;
  }
  return out;
};
