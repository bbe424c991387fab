import type { RouterRoute } from 'hono/types';

/** What stands for all methods, as middleware does. */
const all = 'ALL';

const patternOf = (path: string): RegExp => {
  const parts = path
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/gu, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`, 'u');
};

/** Which methods an address can be asked with, by the routes of the app; none where there is nothing. */
export const methodsOf = (
  routes: readonly Pick<RouterRoute, 'method' | 'path'>[],
): ((path: string) => readonly string[]) => {
  const byPath = new Map<string, Set<string>>();
  for (const { method, path } of routes)
    if (method !== all) byPath.set(path, (byPath.get(path) ?? new Set()).add(method));
  const known = [...byPath].map(([path, methods]) => ({ pattern: patternOf(path), methods }));
  return (path) => {
    const found = new Set(
      known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]),
    );
    // Whatever can be read answers HEAD too.
    if (found.has('GET')) found.add('HEAD');
    return [...found].sort();
  };
};
