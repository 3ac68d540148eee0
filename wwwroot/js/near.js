import { say, words } from './say.js';

// Asks where the reader is, because they asked for it, and forgets all but two decimals of it: a kilometre or so,
// enough for a cinema, too little to tell a home.
export default function near(button) {
  const field = button.previousElementSibling;
  if (!navigator.geolocation) return say(button, words.nearFailed);
  say(button, words.nearAsking);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      field.value = `${+coords.latitude.toFixed(2)},${+coords.longitude.toFixed(2)}`;
      say(button, '');
      field.form.requestSubmit();
    },
    problem => say(button, problem.code === problem.PERMISSION_DENIED ? words.nearRefused : words.nearFailed),
    { timeout: 15_000, maximumAge: 600_000 });
}
