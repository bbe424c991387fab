/** Whose numbers and words are used. */
export const countryProfiles = ['UK', 'US', 'EU', 'elsewhere'] as const;
export type CountryProfile = (typeof countryProfiles)[number];

const members = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE EU'.split(' '),
);

/** The profile of a country by its two letters (ISO 3166; `UK` and `EU` count too); `elsewhere` when not asked. */
export const countryProfileOf = (country: string | null): CountryProfile => {
  if (country === 'GB' || country === 'UK') return 'UK';
  if (country === 'US') return 'US';
  return country !== null && members.has(country) ? 'EU' : 'elsewhere';
};

export const helpers = ['emergency', 'sameDay', 'doctor', 'skinDoctor', 'crisis'] as const;
type Helper = (typeof helpers)[number];

/** Whole sentences, so that a fixed text stays readable with each of them. */
const words: Readonly<Record<CountryProfile, Readonly<Record<Helper, string>>>> = {
  UK: {
    emergency: 'Call 999 (or 112).',
    sameDay: 'Get medical help today: call your GP surgery or NHS 111, or go to A&E.',
    doctor: 'See your GP.',
    skinDoctor: 'Ask your GP to send you to a skin specialist (a dermatologist).',
    crisis:
      'Call NHS 111 and choose the mental health option, or call the Samaritans on 116 123. If you may be in danger, call 999 (or 112).',
  },
  US: {
    emergency: 'Call 911.',
    sameDay:
      'Get medical help today: call your doctor, or go to an urgent care clinic or an emergency room.',
    doctor: 'See your doctor.',
    skinDoctor: 'See a dermatologist, or ask your doctor to send you to one.',
    crisis: 'Call or text 988. If you may be in danger, call 911.',
  },
  EU: {
    emergency: 'Call 112.',
    sameDay:
      'Get medical help today: call your doctor or the doctor on duty (116 117 in some countries), or go to an emergency department.',
    doctor: 'See your doctor.',
    skinDoctor: 'See a dermatologist, or ask your doctor to send you to one.',
    crisis:
      'Call 112 if you may be in danger. In some countries you can talk to somebody on 116 123. Or go to an emergency department.',
  },
  elsewhere: {
    emergency: 'Call your local emergency number (112 in the EU, 999 in the UK, 911 in the US).',
    sameDay: 'Get medical help today: call a doctor or go to a hospital.',
    doctor: 'See a doctor.',
    skinDoctor: 'See a dermatologist, or ask a doctor to send you to one.',
    crisis:
      'Call a crisis line or go to a hospital. If you may be in danger, call your local emergency number (112 in the EU, 999 in the UK, 911 in the US).',
  },
};

/** A fixed text with `{emergency}` and the like said in the words of a country. */
export const inCountry = (text: string, country: CountryProfile): string =>
  helpers.reduce((said, helper) => said.replaceAll(`{${helper}}`, words[country][helper]), text);
