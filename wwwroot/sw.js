// Keeps the pages that were seen, for a basement cinema without a network. The network always comes first: what is
// kept is shown only where asking fails, and then it says so.
const version = 'v1';
const pages = `pages ${version}`, files = `files ${version}`;
const most = { [pages]: 60, [files]: 40 };

// Public pages, in every language; nothing of the desk, of accounts or of bookings is ever kept.
const isPublicPage = path => /^(\/[a-z]{2,3}(-[A-Za-z]+)?)?(\/((screenings|films|series|venues)(\/[^.]*)?|offline)?)?$/.test(path);
const isFile = path => /^\/(css|js|img)\//.test(path);

const shelfFor = url => url.origin !== location.origin ? null : isFile(url.pathname) ? files : isPublicPage(url.pathname) ? pages : null;

addEventListener('install', () => skipWaiting());

addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (!(name in most)) await caches.delete(name);
  await clients.claim();
})()));

addEventListener('fetch', event => {
  const { request } = event;
  const shelf = request.method === 'GET' && shelfFor(new URL(request.url));
  if (shelf) event.respondWith(answer(event, request, shelf));
});

// A page tells what it is made of, for the first one was there before the worker.
addEventListener('message', event => event.waitUntil((async () => {
  for (const address of event.data.keep ?? []) {
    const shelf = shelfFor(new URL(address));
    if (!shelf || await (await caches.open(shelf)).match(address)) continue;
    await fetch(address).then(seen => keep(shelf, address, seen), () => {});
  }
})()));

async function answer(event, request, shelf) {
  let seen;
  try {
    seen = await fetch(request);
  } catch (problem) {
    return await kept(request, shelf) ?? Promise.reject(problem);
  }
  event.waitUntil(keep(shelf, request.url, seen.clone()));
  return seen;
}

async function keep(shelf, address, seen) {
  const isPage = seen.headers.get('Content-Type')?.startsWith('text/html');
  // What is for one person alone says so: the form for seats lies below public pages.
  if (seen.headers.get('Cache-Control')?.includes('no-store')) return;
  if (seen.status !== 200 || seen.redirected || isPage !== (shelf === pages)) return;
  const headers = new Headers(seen.headers);
  headers.set('kept-at', new Date().toISOString());
  const shelfOpen = await caches.open(shelf);
  const body = await seen.blob();
  await shelfOpen.delete(address); // so that the oldest always come first
  await shelfOpen.put(address, new Response(body, { headers }));
  const keys = await shelfOpen.keys();
  // The words for having nothing are never thrown out.
  const old = keys.filter(key => !new URL(key.url).pathname.endsWith('/offline'));
  for (const key of old.slice(0, Math.max(0, keys.length - most[shelf]))) await shelfOpen.delete(key);
}

async function kept(request, shelf) {
  const shelfOpen = await caches.open(shelf);
  const found = await shelfOpen.match(request.url.split('#')[0]);
  if (shelf === files) return found;
  if (found) return marked(found);
  if (request.mode !== 'navigate') return undefined;
  const prefix = new URL(request.url).pathname.match(/^\/[a-z]{2,3}(-[A-Za-z]+)?(?=\/|$)/)?.[0] ?? '';
  return await shelfOpen.match(`${prefix}/offline`) ?? await shelfOpen.match('/offline');
}

// The page brings the sentence along, in its own language.
async function marked(found) {
  const html = await found.text();
  const [sentence, culture] = ['offline', 'culture'].map(name => html.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? '');
  const when = new Date(found.headers.get('kept-at')).toLocaleString(culture || undefined, { dateStyle: 'long', timeStyle: 'short' });
  const notice = `<p class="offline" role="status">${sentence.replace('{0}', when)}</p>`;
  return new Response(html.replace('<main', `${notice}<main`), { headers: found.headers });
}
