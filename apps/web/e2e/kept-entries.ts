import type { Page } from 'playwright-core';

/** Entries that the database of the page shows at present, as rows and in pages. */
export const keptEntries = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        // biome-ignore lint/suspicious/noExplicitAny: the page has IndexedDB, Node's types have not.
        const opening = (globalThis as any).indexedDB.open('zonula');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const stores = db.transaction(['revisions', 'pages']);
          const rows = stores.objectStore('revisions').index('day').count();
          const counts = stores.objectStore('pages').index('count').openKeyCursor();
          let paged = 0;
          counts.onsuccess = () => {
            const cursor = counts.result;
            if (cursor !== null) {
              paged += cursor.key;
              cursor.continue();
              return;
            }
            db.close();
            resolve(rows.result + paged);
          };
        };
      }),
  );
