import type { ModelDefinition } from '../model.ts';
import { cryptDefinition } from './crypt.ts';
import { eczemaDefinition } from './eczema.ts';
import { inflammationDefinition } from './inflammation.ts';
import { psoriasisDefinition } from './psoriasis.ts';
import { transitDefinition } from './transit.ts';

/** Every model whose functions are written beforehand. */
export const definitions: readonly ModelDefinition[] = [
  psoriasisDefinition,
  eczemaDefinition,
  inflammationDefinition,
  cryptDefinition,
  transitDefinition,
];
