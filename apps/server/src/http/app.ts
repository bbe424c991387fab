import { OpenAPIHono } from '@hono/zod-openapi';
import { mostRequestBytes, relayPath } from '@zonula/journal/sync';
import { HTTPException } from 'hono/http-exception';
import { Refusal } from '../clinic/refusal.ts';
import { isDatabaseAway } from '../db/failures.ts';
import { charge } from '../limits/rates.ts';
import { addAccountRoutes } from '../routes/account.ts';
import { addAppointmentRoutes } from '../routes/appointments.ts';
import { addCatalogueRoutes } from '../routes/catalogue.ts';
import { addClinicAdminRoutes, cataloguePath, largestCatalogue } from '../routes/clinic-admin.ts';
import { addClinicianRoutes } from '../routes/clinician.ts';
import { addDeskRoutes } from '../routes/desk.ts';
import { addDeskBookingRoutes } from '../routes/desk-booking.ts';
import { addDocsRoutes } from '../routes/docs.ts';
import { addFhirRoutes } from '../routes/fhir.ts';
import { addNewsletterRoutes, newsletterForms } from '../routes/newsletter.ts';
import { addOperationRoutes, type Readiness } from '../routes/operations.ts';
import { addOwnDataRoutes } from '../routes/own-data.ts';
import { addProgramKeyRoutes } from '../routes/program-keys.ts';
import { addRelayRoutes } from '../routes/relay.ts';
import { addReportRoutes, largestReportRequest, reportPaths } from '../routes/reports.ts';
import { addSessionRoutes } from '../routes/session.ts';
import { addShareRoutes, largestShareRequest, sharesPath } from '../routes/shares.ts';
import { slotView } from '../routes/views.ts';
import { addWaitingRoutes } from '../routes/waiting.ts';
import { bodyAtMost } from './body-size.ts';
import { callerOf } from './caller.ts';
import type { ServerContext } from './context.ts';
import { sameSiteOnly } from './cross-site.ts';
import type { Environment } from './environment.ts';
import { strictHeaders } from './headers.ts';
import { type Log, logged } from './log.ts';
import { methodsOf } from './methods.ts';
import { createMetrics } from './metrics.ts';
import { problem } from './problem.ts';

const largestBody = 64 * 1024;
const formType = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/iu;

export interface AppDependencies extends ServerContext {
  readonly log: Log;
  readonly readiness: Readiness;
  readonly version: string;
  /** Whoever knows it may read the figures of the server. */
  readonly metricsKey?: Uint8Array;
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** The whole API as a function from requests to answers; it opens no socket. */
export const createApp = (dependencies: AppDependencies): OpenAPIHono<Environment> => {
  const app = new OpenAPIHono<Environment>({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map(({ path, message }) => ({
        path: pathOf(path),
        message,
      }));
      return problem(context, 'invalid', { errors });
    },
  });
  const metrics = createMetrics(dependencies.database);
  const log: Log = (entry) => {
    metrics.note(entry);
    dependencies.log(entry);
  };
  app.use(logged({ ...dependencies, log }));
  app.use(strictHeaders);
  app.use(sameSiteOnly(dependencies.origin));
  app.use(async (context, next) => {
    const type = context.req.header('content-type');
    const length = context.req.header('content-length') ?? '0';
    const hasBody = length !== '0' || context.req.header('transfer-encoding') !== undefined;
    // Forms that mail programs and the pages of the newsletter send; nothing in them is read.
    if (newsletterForms.test(context.req.path) && formType.test(type ?? '')) return next();
    const isJson = /^application\/json(?:\s*;\s*charset=utf-8)?$/iu.test(type ?? '');
    if (type === undefined ? hasBody : !isJson) return problem(context, 'not-json');
    return next();
  });
  // Sealed rows are larger than anything else, and their senders sign.
  app.use(`${relayPath}/*`, bodyAtMost(mostRequestBytes));
  addRelayRoutes(app, dependencies);
  const usual = bodyAtMost(largestBody);
  const ofReports = bodyAtMost(largestReportRequest);
  const ofCatalogues = bodyAtMost(largestCatalogue);
  const ofShares = bodyAtMost(largestShareRequest);
  app.use((context, next) =>
    (context.req.path.startsWith(`${sharesPath}/`)
      ? ofShares
      : reportPaths.test(context.req.path)
        ? ofReports
        : context.req.path.startsWith(cataloguePath)
          ? ofCatalogues
          : usual)(context, next),
  );
  for (const path of ['/api/v1/*', '/api/fhir/*'])
    app.use(path, async (context, next) => {
      const { database, behindProxy } = dependencies;
      await charge(database, dependencies, 'caller', callerOf(context, behindProxy));
      return next();
    });
  app.onError((error, context) => {
    if (error instanceof Refusal) {
      const { detail, next, retryAfterSeconds } = error.details;
      if (retryAfterSeconds !== undefined) context.header('retry-after', `${retryAfterSeconds}`);
      return problem(context, error.code, {
        ...(detail === undefined ? {} : { detail }),
        ...(next === undefined ? {} : { next: next.map(slotView) }),
      });
    }
    if (error instanceof HTTPException && error.status === 400)
      return problem(context, 'bad-request');
    if (isDatabaseAway(error)) {
      context.header('retry-after', '1');
      return problem(context, 'unavailable');
    }
    return problem(context, 'defect');
  });
  let methodsAt: ReturnType<typeof methodsOf> | null = null;
  app.notFound((context) => {
    methodsAt ??= methodsOf(app.routes);
    const methods = methodsAt(context.req.path);
    if (methods.length === 0) return problem(context, 'not-found');
    context.header('allow', methods.join(', '));
    return problem(context, 'method-unknown');
  });
  addOperationRoutes(app, dependencies);
  addCatalogueRoutes(app, dependencies);
  addAppointmentRoutes(app, dependencies);
  addSessionRoutes(app, dependencies);
  addAccountRoutes(app, dependencies);
  addOwnDataRoutes(app, dependencies);
  addShareRoutes(app, dependencies);
  addClinicianRoutes(app, dependencies);
  addClinicAdminRoutes(app, dependencies);
  addDeskRoutes(app, dependencies);
  addDeskBookingRoutes(app, dependencies);
  addNewsletterRoutes(app, dependencies);
  addWaitingRoutes(app, dependencies);
  addProgramKeyRoutes(app, dependencies);
  addReportRoutes(app, dependencies);
  addFhirRoutes(app, dependencies);
  addDocsRoutes(app, metrics, dependencies);
  return app;
};
