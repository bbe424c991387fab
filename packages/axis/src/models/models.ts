import { createModel, type Model } from '../model.ts';
import { crypt } from './compiled/crypt.ts';
import { eczema } from './compiled/eczema.ts';
import { inflammation } from './compiled/inflammation.ts';
import { psoriasis } from './compiled/psoriasis.ts';
import { transit } from './compiled/transit.ts';
import { cryptDefinition } from './crypt.ts';
import { eczemaDefinition } from './eczema.ts';
import { inflammationDefinition } from './inflammation.ts';
import { psoriasisDefinition } from './psoriasis.ts';
import { transitDefinition } from './transit.ts';

export const psoriasisModel: Model = createModel(psoriasisDefinition, psoriasis);
export const eczemaModel: Model = createModel(eczemaDefinition, eczema);
export const inflammationModel: Model = createModel(inflammationDefinition, inflammation);
export const cryptModel: Model = createModel(cryptDefinition, crypt);
export const transitModel: Model = createModel(transitDefinition, transit);

/** All models that can be run by name. */
export const models: readonly Model[] = [
  psoriasisModel,
  eczemaModel,
  inflammationModel,
  cryptModel,
  transitModel,
];
