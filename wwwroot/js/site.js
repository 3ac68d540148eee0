// What script adds to a page that is complete without it. Everything else is loaded when somebody asks for it.
const here = () => location.pathname + location.search;
let shown = here();

// 'Near me' is added beside its field.
function dress() {
  shown = here();
  for (const field of document.querySelectorAll('input[name=near]:not([type=hidden])')) {
    if (field.nextElementSibling?.dataset.near !== undefined) continue;
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'quiet', textContent: document.querySelector('script[data-near-me]').dataset.nearMe });
    button.dataset.near = '';
    field.after(button);
  }
}

function on(type, selector, isIt, path, otherwise) {
  document.addEventListener(type, event => {
    const target = event.target.closest?.(selector);
    if (!target || event.defaultPrevented || !isIt(event, target)) return;
    event.preventDefault();
    import(path).then(module => module.default(target, event)).catch(() => otherwise(target));
  });
}

const isPlain = event => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
const leadsHere = address => address.origin === location.origin && address.pathname === location.pathname;
const isList = () => document.querySelector('main form.filters[action]') !== null;

on('submit', 'main form.filters', (_, form) => form.method === 'get' && leadsHere(new URL(form.action)), './list.js', form => form.submit());
on('click', 'main a[href]', (event, link) => isPlain(event) && !link.target && !link.hash && leadsHere(new URL(link.href)) && isList(), './list.js', link => location.assign(link.href));
on('click', '[data-near]', isPlain, './near.js', () => {});
on('click', '[data-share]', () => true, './share.js', () => {});
on('click', '[data-copy]', () => true, './copy.js', () => {});
on('click', '[data-forget]', () => true, './forget.js', () => {});

// A menu closes by Esc, which leads back to its button, and by whatever is done elsewhere.
addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (!menu) return;
  menu.open = false;
  if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
});
for (const type of ['click', 'focusin']) addEventListener(type, event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});

document.getElementById('site-search')?.addEventListener('toggle', event => {
  if (event.newState === 'open') event.target.querySelector('input').focus();
});

addEventListener('popstate', () => {
  if (here() !== shown) import('./list.js').then(list => list.goBack(location.href)).catch(() => location.reload());
});
document.addEventListener('shown', dress);
dress();

const spoken = document.documentElement.lang;
const wanted = navigator.languages.map(tag => tag.split('-')[0]).find(tag => tag === spoken || document.querySelector(`.languages a[hreflang="${tag}"]`));
if (wanted && wanted !== spoken) import('./offer.js').then(offer => offer.default(wanted));

if ('serviceWorker' in navigator) addEventListener('load', async () => {
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  // The first page was there before the worker: it keeps that too, what it is made of, and the words for having nothing.
  const files = [...document.querySelectorAll('link[rel=stylesheet], script[src], link[rel=icon]')].map(part => part.href || part.src);
  active.postMessage({ keep: [location.href, new URL(document.querySelector('script[data-offline-page]').dataset.offlinePage, location).href, ...files] });
});
