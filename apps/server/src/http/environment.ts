import type { OpenAPIHono } from '@hono/zod-openapi';

/** What every handler finds in its context. */
export interface Environment {
  readonly Variables: { readonly requestId: string };
}

export type Api = OpenAPIHono<Environment>;
