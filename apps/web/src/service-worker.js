// @ts-check
// Keeps the whole app on the device: everything is fetched once, when a version is installed, and served from there.
/** @type {{ version: string, files: string[] }} */
const built = /** @type {any} */ (/* files */ []);
const cacheName = `zonula-${built.version}`;
const worker = /** @type {any} */ (self);

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) =>
        cache.addAll(built.files.map((file) => new Request(file, { cache: 'no-cache' }))),
      ),
  );
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  const removeOlder = async () => {
    const names = await caches.keys();
    const older = names.filter((name) => name.startsWith('zonula-') && name !== cacheName);
    await Promise.all(older.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(removeOlder());
});

worker.addEventListener('message', (/** @type {any} */ event) => {
  if (event.data === 'take-over') worker.skipWaiting();
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  const path = request.url.slice(worker.registration.scope.length).replace(/[?#].*$/u, '');
  const wanted = path === '' ? 'index.html' : path;
  if (!built.files.includes(wanted)) return;
  event.respondWith(
    caches
      .open(cacheName)
      .then((cache) => cache.match(wanted))
      .then((found) => found ?? fetch(request)),
  );
});
