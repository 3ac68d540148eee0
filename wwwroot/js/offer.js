// The page in the language that the reader prefers: one line, gone for this visit when it is waved away.
const key = 'offer dismissed';

export default function offer(tag) {
  if (sessionStorage.getItem(key)) return;
  const known = document.querySelector(`.languages a[hreflang="${tag}"]`);
  const line = Object.assign(document.createElement('aside'), { className: 'offer', lang: tag, dir: known.dir });
  const link = Object.assign(document.createElement('a'), { href: known.href, hreflang: tag, textContent: known.dataset.offer });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet', textContent: '×', lang: document.documentElement.lang, ariaLabel: document.querySelector('script[data-dismiss]').dataset.dismiss });
  button.addEventListener('click', () => {
    sessionStorage.setItem(key, 'true');
    line.remove();
  });
  // The list may change under it: the link leads where the page's own one leads.
  document.addEventListener('shown', () => { link.href = document.querySelector(`.languages a[hreflang="${tag}"]`).href; });
  line.append(link, button);
  document.querySelector('main').before(line);
}
