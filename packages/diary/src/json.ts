import { type Place, unusable } from './place.ts';

/** A JSON document, with or without a byte order mark. Throws `UnusableInput` that names the place and says what was expected instead. */
export const parseJson = (text: string, place: Place, expectation: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw unusable(place, expectation);
  }
};
