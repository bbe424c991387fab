import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../clinic/refusal.ts';
import type { Api } from '../http/environment.ts';
import { type FiguresAccess, mayReadFigures } from '../http/figures-reader.ts';
import type { Metrics } from '../http/metrics.ts';
import { escaped, htmlPage } from '../http/page.ts';
import { problemResponses } from '../http/problem.ts';

const docsRoute = createRoute({
  method: 'get',
  path: '/api/v1/docs',
  summary: 'This API as a page to read',
  responses: { 200: { description: 'A page', content: { 'text/html': { schema: z.string() } } } },
});

const metricsRoute = createRoute({
  method: 'get',
  path: '/api/metrics',
  summary: 'Figures for Prometheus, by a key, or to the same computer where nobody else reaches it',
  responses: {
    200: { description: 'Figures', content: { 'text/plain': { schema: z.string() } } },
    ...problemResponses('not-found', 'unavailable', 'defect'),
  },
});

interface Described {
  readonly summary?: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly {
    readonly name?: string;
    readonly in?: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
  };
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

const section = (method: string, path: string, operation: Described): string => {
  const { summary = '', security = [], parameters = [], requestBody, responses = {} } = operation;
  const by = security.flatMap((one) => Object.keys(one));
  const told = parameters.map((one) => `${one.name} (${one.in}${one.required ? '' : ', on wish'})`);
  const content = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) =>
      `<details><summary>${escaped(type)}</summary><pre>${escaped(JSON.stringify(schema, null, 1))}</pre></details>`,
  );
  const answers = Object.entries(responses).map(
    ([status, { description = '' }]) =>
      `<tr><th scope="row">${escaped(status)}</th><td>${escaped(description)}</td></tr>`,
  );
  return [
    `<section><h3><code>${method.toUpperCase()} ${escaped(path)}</code></h3>`,
    `<p>${escaped(summary)}${by.length > 0 ? `. By: ${escaped(by.join(', '))}` : ''}</p>`,
    told.length > 0 ? `<p>Takes ${escaped(told.join(', '))}</p>` : '',
    ...content,
    `<table>${answers.join('')}</table></section>`,
  ].join('\n');
};

/** What is told to who reads about the API and to who watches the server. */
export const addDocsRoutes = (
  app: Api,
  metrics: Metrics,
  { version, ...access }: FiguresAccess & { readonly version: string },
): void => {
  app.openapi(docsRoute, (context) => {
    const info = { title: 'Zonula', version };
    const { paths = {}, components } = app.getOpenAPI31Document({ openapi: '3.1.0', info });
    const sections = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods ?? {}).map(([method, operation]) =>
        section(method, path, operation as Described),
      ),
    );
    const schemas = Object.entries(components?.schemas ?? {}).map(
      ([name, schema]) =>
        `<details><summary>${escaped(name)}</summary><pre>${escaped(JSON.stringify(schema, null, 1))}</pre></details>`,
    );
    const body = `<p>Version ${escaped(version)}. The same for programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}<h2>Schemas</h2>${schemas.join('\n')}`;
    return htmlPage(context, { title: 'The API of Zonula', body });
  });
  app.openapi(metricsRoute, async (context) => {
    if (!mayReadFigures(context, access)) throw new Refusal('not-found');
    return context.text(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
};
