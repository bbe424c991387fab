import type { Profile } from './profile.ts';

/** Medicines for the skin and for what often goes with it, by the stems that their names share; most need a prescription somewhere. */
const named =
  /(?:tretinoin|isotretin|adapalen|tazaroten|trifaroten|[ck]ortison|betamet|mometason|clobetas|fluticason|triamcinol|prednis|dexamet|budesonid|tacrolimus|pimecrolimus|ruxolitinib|delgocitinib|crisaborol|clindamycin|erythromycin|metronidazol|ivermectin|brimonidin|calcipotri|tacalcitol|doxycyclin|minocyclin|lymecyclin|tetracyclin|spironolacton|methotrexat|c[iy]closporin|azathioprin|dupilumab|tralokinumab|adalimumab|secukinumab|apremilast|baricitinib|upadacitinib|abrocitinib|roflumilast|tapinarof|antibioti[ck]|steroid|\bthe pill\b|contracepti|insulin|metformin|levothyrox|omeprazol|sertralin|fluoxetin|citalopram|medikament|tablette|\bpille|verh[üu]tung|\bmed(?:s|icines?|ications?)\b|\bpills?\b)/iu;

const category = /^([a-z]+)\/(.*)$/su;
const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** Whether an exposure is a medicine: kept as one, named like one, or on the person's own list. Food never is. */
export const isMedicine = (
  exposure: string,
  { medicines }: Pick<Profile, 'medicines'>,
): boolean => {
  const [, kind = '', name = ''] = category.exec(exposure) ?? [];
  if (kind === 'medication') return true;
  if (kind !== 'skincare' && kind !== 'supplement' && kind !== 'habit') return false;
  const own = (medicines ?? []).map(folded);
  return named.test(name) || own.some((one) => one !== '' && folded(name).includes(one));
};
