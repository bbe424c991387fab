import { z } from '@hono/zod-openapi';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { line } from '@zonula/clinic';
import { base64url } from './schemas.ts';

const transports = z.array(z.string().max(20)).max(10);
const attachment = z.enum(['platform', 'cross-platform']);
const results = z.looseObject({}).default({});

/** `PublicKeyCredential.toJSON()` after `navigator.credentials.create`. */
const registrationResponseSchema = z
  .object({
    id: base64url(1023),
    rawId: base64url(1023),
    type: z.literal('public-key'),
    authenticatorAttachment: attachment.optional(),
    clientExtensionResults: results,
    response: z.object({
      clientDataJSON: base64url(4096),
      attestationObject: base64url(32_768),
      transports: transports.optional(),
    }),
  })
  .meta({ id: 'RegistrationResponse' });

/** The same after `navigator.credentials.get`. */
const authenticationResponseSchema = z
  .object({
    id: base64url(1023),
    rawId: base64url(1023),
    type: z.literal('public-key'),
    authenticatorAttachment: attachment.optional(),
    clientExtensionResults: results,
    response: z.object({
      clientDataJSON: base64url(4096),
      authenticatorData: base64url(4096),
      signature: base64url(4096),
      userHandle: base64url(64).optional(),
    }),
  })
  .meta({ id: 'AuthenticationResponse' });

export const registrationSchema = z
  .object({
    ceremony: z.uuid(),
    response: registrationResponseSchema,
    name: line(60).meta({ description: 'What the person calls this passkey.' }),
  })
  .meta({ id: 'Registration' });

export const signInSchema = z
  .object({ ceremony: z.uuid(), response: authenticationResponseSchema })
  .meta({ id: 'SignIn' });

const ceremony = <Options>(use: string) =>
  z.object({
    ceremony: z.uuid(),
    options: z.custom<Options>().openapi({ type: 'object', description: use }),
  });

export const creationSchema = ceremony<PublicKeyCredentialCreationOptionsJSON>(
  'For `PublicKeyCredential.parseCreationOptionsFromJSON`.',
);
export const requestSchema = ceremony<PublicKeyCredentialRequestOptionsJSON>(
  'For `PublicKeyCredential.parseRequestOptionsFromJSON`.',
);
