import { say, words } from './say.js';

// Copies what stands in a field. Without the permission it is at least selected, ready to be copied by hand.
export default async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    say(button, words.copied);
  } catch {
    say(button, words.notCopied);
  }
}
