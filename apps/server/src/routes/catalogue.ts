import { createRoute, z } from '@hono/zod-openapi';
import {
  addDays,
  clinicSchema,
  daySchema,
  daysBetween,
  slug,
  treatmentSchema,
} from '@zonula/clinic';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import type { ClinicContext } from '../clinic/context.ts';
import { freeStarts } from '../clinic/free-starts.ts';
import { Refusal } from '../clinic/refusal.ts';
import type { Api } from '../http/environment.ts';
import { problemResponses } from '../http/problem.ts';
import { pageOf, pageQuery, pageSchema } from './paging.ts';
import { json } from './schemas.ts';
import { localSlotView, slotSchema } from './views.ts';

const mostDays = 31;

const clinicRoute = createRoute({
  method: 'get',
  path: '/api/v1/clinic',
  summary: 'The clinic: name, contact, zone, rules',
  responses: {
    200: json(clinicSchema, 'The clinic'),
    ...problemResponses('no-clinic', 'unavailable', 'defect'),
  },
});

const treatmentsRoute = createRoute({
  method: 'get',
  path: '/api/v1/treatments',
  summary: 'Treatments, a page at a time',
  request: {
    query: pageQuery(slug),
  },
  responses: {
    200: json(pageSchema(treatmentSchema), 'A page'),
    ...problemResponses('invalid', 'no-clinic', 'unavailable', 'defect'),
  },
});

const practitionersRoute = createRoute({
  method: 'get',
  path: '/api/v1/practitioners',
  summary: 'Who works here',
  request: { query: pageQuery(slug, 500) },
  responses: {
    200: json(
      pageSchema(z.object({ id: z.string(), name: z.string(), role: z.string() })),
      'Practitioners, without their hours',
    ),
    ...problemResponses('invalid', 'no-clinic', 'unavailable', 'defect'),
  },
});

const slotsRoute = createRoute({
  method: 'get',
  path: '/api/v1/treatments/{treatment}/slots',
  summary: 'Free starts of a treatment',
  request: {
    params: z.object({ treatment: slug }),
    query: z
      .object({
        from: daySchema.meta({ description: "The first day, by the clinic's clock." }),
        to: daySchema.optional().meta({ description: 'The last day; without it a week.' }),
        practitioner: slug.optional(),
      })
      .refine(
        ({ from, to = from }) => daysBetween(from, to) >= 0 && daysBetween(from, to) < mostDays,
        `"to" is at most ${mostDays - 1} days after "from"`,
      ),
  },
  responses: {
    200: json(
      z.object({
        zone: z.string(),
        items: z.array(slotSchema.extend({ localStart: z.string() })),
      }),
      'In order of time',
    ),
    ...problemResponses('invalid', 'no-clinic', 'unknown-treatment', 'unavailable', 'defect'),
  },
});

/** What everybody may see. */
export const addCatalogueRoutes = (app: Api, { database, now }: ClinicContext): void => {
  app.openapi(clinicRoute, async (context) =>
    context.json((await loadCatalogue(database)).clinic, 200),
  );
  app.openapi(treatmentsRoute, async (context) => {
    const { treatments } = await loadCatalogue(database);
    return context.json(
      pageOf(treatments, context.req.valid('query'), ({ id }) => id),
      200,
    );
  });
  app.openapi(practitionersRoute, async (context) => {
    const { practitioners } = await loadCatalogue(database);
    const all = practitioners.map(({ id, name, role }) => ({ id, name, role }));
    return context.json(
      pageOf(all, context.req.valid('query'), ({ id }) => id),
      200,
    );
  });
  app.openapi(slotsRoute, async (context) => {
    const { treatment: id } = context.req.valid('param');
    const { from, to = addDays(from, 6), practitioner } = context.req.valid('query');
    const catalogue = await loadCatalogue(database);
    const treatment = catalogue.treatments.find((one) => one.id === id);
    if (treatment === undefined) throw new Refusal('unknown-treatment');
    const chosen = practitioner === undefined ? {} : { practitioner };
    const question = { catalogue, treatment, from, to, now: now(), ...chosen };
    const slots = await freeStarts(database, question);
    const { zone } = catalogue.clinic;
    return context.json({ zone, items: slots.map((slot) => localSlotView(slot, zone)) }, 200);
  });
};
