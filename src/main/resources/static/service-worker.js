// Keeps a family's tickets readable without a network: a gate may have none. Nothing else is kept, and signing out clears it.
const TICKETS = 'gongyu-tickets';
const FILES = 'gongyu-files';
const OFFLINE = '/offline';
const FOUND = { ignoreVary: true };

const isTicket = (url) => url.origin === self.location.origin && /^\/bookings(\/[0-9a-f-]{36})?$/.test(url.pathname);
const isFile = (url) => url.origin === self.location.origin && /^\/(static|webjars)\//.test(url.pathname);

const keep = async (cache, path) => {
  const answer = await fetch(path, { credentials: 'same-origin' });
  // a page that leads to the sign-in is no ticket
  if (answer.ok && !answer.redirected) await (await caches.open(cache)).put(path, answer);
};

const install = async () => {
  await (await caches.open(TICKETS)).put(OFFLINE, await fetch(OFFLINE, { credentials: 'omit' }));
  await self.skipWaiting();
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const page = async (request) => {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && isTicket(new URL(request.url))) {
      await (await caches.open(TICKETS)).put(new URL(request.url).pathname, answer.clone());
    }
    return answer;
  } catch (lost) {
    const kept = isTicket(new URL(request.url)) && await caches.match(new URL(request.url).pathname, FOUND);
    return kept || (await caches.match(OFFLINE, FOUND)) || Response.error();
  }
};

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request));
  else if (isFile(new URL(event.request.url))) {
    event.respondWith(caches.match(event.request, FOUND).then((kept) => kept || fetch(event.request)));
  }
});

const only = async (name, stay) => {
  const cache = await caches.open(name);
  const kept = await cache.keys();
  await Promise.all(kept.filter((each) => !stay.includes(new URL(each.url).pathname)).map((each) => cache.delete(each, FOUND)));
};

// A page tells which tickets are still to come and what it is drawn with; what is not among them is let go.
const renew = async (wanted) => {
  await Promise.allSettled([...wanted.tickets.map((path) => keep(TICKETS, path)), ...wanted.files.map((path) => keep(FILES, path))]);
  if (!wanted.all) return;
  await only(TICKETS, [OFFLINE, '/bookings', ...wanted.tickets]);
  await only(FILES, wanted.files);
};

self.addEventListener('message', (event) => event.waitUntil(renew(event.data)));
