import { say, words } from './say.js';

// Hands the page on by the means of the device; where it has none, its address is copied.
export default async function share(button) {
  const url = document.querySelector('link[rel=canonical]')?.href ?? location.href;
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    say(button, words.copied);
  } catch (problem) {
    if (problem.name !== 'AbortError') say(button, words.notCopied);
  }
}
