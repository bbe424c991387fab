// Written by fixtures/calibrate.ts, not by hand: the numbers that make the calibration anchors come true.
export const calibrated = {
  renal_half_life: 0.2467,
  lactulose_permeability: 0.002228,
  nsaid_to_junction: 0.6121,
  mediator_to_junction: 4.121,
  sleep_to_crp: 0.05179,
  sleep_to_T17: 0.02941,
  tnf_gain: 286.1,
  placebo_gain: 0.2904,
} as const;
