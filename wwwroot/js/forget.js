import { say, words } from './say.js';

// Takes the pages that were kept for being read without a connection off this device.
export default async function forget(button) {
  for (const name of await caches.keys()) if (name.startsWith('pages ')) await caches.delete(name);
  say(button, words.forgotten);
}
