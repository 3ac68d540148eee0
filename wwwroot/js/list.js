// Another choice of the same list without a reload: the address, the way back and the focus stay as they would be.
const parts = ['main', '.languages'];
const voice = document.body.appendChild(Object.assign(document.createElement('p'), { className: 'visually-hidden' }));
voice.setAttribute('role', 'status');
let asked = new AbortController();

/** A form or a link that leads to the list again. */
export default async function follow(target, event) {
  const address = target.href ?? addressOf(target, event.submitter);
  if (await show(address)) focus().scrollIntoView();
}

/** The way back: the browser finds the place on the page. */
export async function goBack(address) {
  if (await show(address)) focus();
}

function focus() {
  const heading = document.querySelector('main .count') ?? document.querySelector('main h1');
  heading.focus({ preventScroll: true });
  return heading;
}

/** Shows what the address has; where that fails, the browser goes there as it always does. */
async function show(address) {
  asked.abort();
  const { signal } = asked = new AbortController();
  document.querySelector('main').setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { signal, headers: { Accept: 'text/html' } });
    // An error has a page of its own, and what was kept for the time without a network says so on its own page.
    if (!answer.ok || answer.headers.has('kept-at')) throw new Error('not a list');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (signal.aborted) return false;
    if (answer.url !== location.href) history.pushState(null, '', answer.url);
    await swap(page);
    return true;
  } catch (problem) {
    if (problem.name !== 'AbortError') location.assign(address);
    return false;
  }
}

function addressOf(form, submitter) {
  const pairs = [...new FormData(form, submitter)].filter(([, value]) => value !== '');
  const address = new URL(form.action);
  address.search = new URLSearchParams(pairs);
  return address.href;
}

function swap(page) {
  const open = [...document.querySelectorAll('main form details')].map(details => details.open);
  const change = () => {
    for (const part of parts) document.querySelector(part)?.replaceChildren(...page.querySelector(part)?.childNodes ?? []);
    document.title = page.title;
    for (const link of document.querySelectorAll('head link[rel=canonical]')) link.href = page.querySelector('link[rel=canonical]')?.href ?? location.href;
    document.querySelectorAll('main form details').forEach((details, i) => { details.open ||= open[i]; });
    document.querySelectorAll('main .count, main h1').forEach(heading => { heading.tabIndex = -1; });
    document.querySelector('main').removeAttribute('aria-busy');
    document.dispatchEvent(new Event('shown'));
    voice.textContent = document.querySelector('main .count')?.textContent.trim() ?? page.title;
  };
  if (document.startViewTransition && !matchMedia('(prefers-reduced-motion: reduce)').matches) return document.startViewTransition(change).updateCallbackDone;
  change();
}
