// Keeps the pages that were seen, for a basement cinema without a network. The network always comes first: what is
// kept is shown only where asking fails, and then it says so.
const version = 'v2';
const pages = `pages ${version}`, files = `files ${version}`, door = `door ${version}`;
const most = { [pages]: 60, [files]: 40, [door]: 8 };
// A page is kept for a week; and where the network takes longer than this, as in a cellar, the kept one is shown.
const maxAge = 7 * 24 * 60 * 60 * 1000, patience = 4000;

// Public pages, in every language, without a query: what somebody searched for, and from where, is nobody's to find on
// their telephone. Nothing of accounts or of bookings is ever kept, and of the desk only the door.
const isPublicPage = path => /^(\/[a-z]{2,3}(-[A-Za-z]+)?)?(\/((screenings|films|series|venues|people|organisations|archive|journal(?!\/preview\/))(\/[^.]*)?|subscribe|offline)?)?$/.test(path);
// The door of a screening has names and addresses of guests, and has to work in a cellar: who opens it there has it only
// because they were signed in. So it lies apart, on this device alone, until its organiser signs out, until the site says
// that nobody is signed in any more, or until the hour that the page itself names, whichever comes first; in between no
// other page can be read from there. What was ticked lies elsewhere, as numbers without names.
const isDoor = path => /^\/organise\/screenings\/[^/]+\/door$/.test(path);
const isFile = path => /^\/(css|js|img)\//.test(path);

const shelfFor = url => url.origin !== location.origin ? null : isFile(url.pathname) ? files : isDoor(url.pathname) && !url.search ? door : isPublicPage(url.pathname) && !url.search ? pages : null;

addEventListener('install', () => skipWaiting());

addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (!(name in most)) await caches.delete(name);
  await clients.claim();
})()));

addEventListener('fetch', event => {
  const { request } = event;
  if (request.method === 'POST' && new URL(request.url).pathname === '/account/sign-out') event.waitUntil(caches.delete(door));
  const shelf = request.method === 'GET' && shelfFor(new URL(request.url));
  if (shelf) event.respondWith(answer(event, request, shelf));
});

// A page tells what it is made of, for the first one was there before the worker.
addEventListener('message', event => event.waitUntil((async () => {
  await sweep();
  for (const address of event.data.keep ?? []) {
    const shelf = shelfFor(new URL(address));
    if (!shelf || await (await caches.open(shelf)).match(address)) continue;
    await fetch(address).then(seen => keep(shelf, address, seen)).catch(() => {});
  }
})()));

async function answer(event, request, shelf) {
  const asked = ask(event, request, shelf);
  if (shelf === pages && await isSlow(asked)) {
    const old = await found(shelf, request);
    if (old) {
      event.waitUntil(asked.catch(() => {})); // what comes late is kept for the next time
      return marked(old);
    }
  }
  try {
    return await asked;
  } catch (problem) {
    return await kept(request, shelf) ?? Promise.reject(problem);
  }
}

async function ask(event, request, shelf) {
  const seen = await fetch(request);
  if (shelf === door && seen.type === 'opaqueredirect') event.waitUntil(caches.delete(door));
  event.waitUntil(keep(shelf, request.url, seen.clone()));
  return seen;
}

const isSlow = asked => Promise.race([
  asked.then(() => false, () => false),
  new Promise(resolve => setTimeout(resolve, patience, true)),
]);

async function keep(shelf, address, seen) {
  const isPage = seen.headers.get('Content-Type')?.startsWith('text/html');
  // What is for one person alone says so: the form for seats lies below public pages. The door says itself how long.
  if (shelf !== door && seen.headers.get('Cache-Control')?.includes('no-store')) return;
  if (seen.status !== 200 || seen.redirected || isPage !== (shelf !== files) || (shelf === door && !mayKeep(seen))) return;
  const headers = new Headers(seen.headers);
  headers.set('kept-at', new Date().toISOString());
  const shelfOpen = await caches.open(shelf);
  const body = await seen.blob();
  // So that the oldest always come first. The words for having nothing are never thrown out, and never missing for a moment.
  if (!isForNothing(address)) await shelfOpen.delete(address);
  await shelfOpen.put(address, new Response(body, { headers }));
  const keys = await shelfOpen.keys();
  const old = keys.filter(key => !isForNothing(key.url));
  for (const key of old.slice(0, Math.max(0, keys.length - most[shelf]))) await shelfOpen.delete(key);
}

const isForNothing = address => new URL(address).pathname.endsWith('/offline');

async function found(shelf, request) {
  return (await caches.open(shelf)).match(request.url.split('#')[0]);
}

const mayKeep = answer => Date.now() < Date.parse(answer.headers.get('Keep-Until'));

const isOld = answer => Date.now() - Date.parse(answer.headers.get('kept-at')) > maxAge;

// The words for having nothing are as good as on the first day.
async function sweep() {
  for (const [name, isOver] of [[door, answer => !mayKeep(answer)], [pages, isOld]]) {
    const shelf = await caches.open(name);
    for (const key of await shelf.keys()) {
      const kept = await shelf.match(key);
      if (kept && !isForNothing(key.url) && isOver(kept)) await shelf.delete(key);
    }
  }
}

async function kept(request, shelf) {
  if (shelf !== files) await sweep();
  const old = await found(shelf, request);
  if (shelf === files || shelf === door) return old; // the door says itself how it stands
  if (old) return marked(old);
  if (request.mode !== 'navigate') return undefined;
  const prefix = new URL(request.url).pathname.match(/^\/[a-z]{2,3}(-[A-Za-z]+)?(?=\/|$)/)?.[0] ?? '';
  const shelfOpen = await caches.open(shelf);
  return await shelfOpen.match(`${prefix}/offline`) ?? await shelfOpen.match('/offline');
}

// The page brings the sentence along, in its own language.
async function marked(old) {
  const html = await old.text();
  const [sentence, culture] = ['offline', 'culture'].map(name => html.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? '');
  const when = new Date(old.headers.get('kept-at')).toLocaleString(culture || undefined, { dateStyle: 'long', timeStyle: 'short' });
  const notice = `<p class="offline" role="status">${sentence.replace('{0}', when)}</p>`;
  return new Response(html.replace('<main', `${notice}<main`), { headers: old.headers });
}
