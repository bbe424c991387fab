import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { TodayRoom } from './rooms/today/today-room.tsx';
import { FailedPage } from './shell/notice-page.tsx';
import { Loading, Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Shell });

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: TodayRoom,
    validateSearch: ({ day }: Record<string, unknown>): { readonly day?: string } =>
      typeof day === 'string' ? { day } : {},
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/timeline',
    component: lazyRouteComponent(
      () => import('./rooms/timeline/timeline-room.tsx'),
      'TimelineRoom',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/discover',
    component: lazyRouteComponent(
      () => import('./rooms/discover/discover-room.tsx'),
      'DiscoverRoom',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/learn',
    component: lazyRouteComponent(() => import('./rooms/learn/learn-room.tsx'), 'LearnRoom'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(
      () => import('./rooms/settings/settings-room.tsx'),
      'SettingsRoom',
    ),
    validateSearch: ({ part }: Record<string, unknown>): { readonly part?: 'import' } =>
      part === 'import' ? { part } : {},
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/trials',
    component: lazyRouteComponent(() => import('./rooms/trials/trials-room.tsx'), 'TrialsRoom'),
    validateSearch: ({
      test,
      score,
    }: Record<string, unknown>): { readonly test?: string; readonly score?: string } => ({
      ...(typeof test === 'string' ? { test } : {}),
      ...(typeof score === 'string' ? { score } : {}),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/axis',
    component: lazyRouteComponent(() => import('./rooms/axis/axis-room.tsx'), 'AxisRoom'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan',
    component: lazyRouteComponent(() => import('./rooms/plan/plan-room.tsx'), 'PlanRoom'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/report',
    component: lazyRouteComponent(() => import('./rooms/report/report-room.tsx'), 'ReportRoom'),
  }),
]);

/** The place stands behind `#`, so that any host of plain files can serve every room. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPendingComponent: Loading,
  defaultErrorComponent: FailedPage,
  /** An address that no room has leads to Today. */
  defaultNotFoundComponent: () => <Navigate to="/" replace />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
