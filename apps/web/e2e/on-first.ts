import type { Page, Route } from 'playwright-core';

/**
 * Handles the first request to these addresses; later ones go to the server. The route stays: were it taken away after the first
 * (`times: 1`), a request that begins at that moment would wait for ever.
 */
export const onFirst = async (
  page: Page,
  addresses: string,
  handle: (route: Route) => Promise<void>,
): Promise<void> => {
  let isFirst = true;
  await page.route(addresses, (route) => {
    if (!isFirst) return route.fallback();
    isFirst = false;
    return handle(route);
  });
};
