import { say, words } from './say.js';

// Asks where the reader is, because they asked for it, and forgets all but two decimals of it: a kilometre or so,
// enough for a cinema, too little to tell a home.
export default function near(button) {
  const field = button.href ? null : button.previousElementSibling;
  if (!navigator.geolocation) return say(button, words.nearFailed);
  say(button, words.nearAsking);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const here = `${+coords.latitude.toFixed(2)},${+coords.longitude.toFixed(2)}`;
      say(button, '');
      if (!field) return location.assign(addressNear(button.href, here));
      field.value = here;
      field.form.requestSubmit();
    },
    problem => say(button, problem.code === problem.PERMISSION_DENIED ? words.nearRefused : words.nearFailed),
    { timeout: 15_000, maximumAge: 600_000 });
}

function addressNear(link, here) {
  const address = new URL(link);
  address.hash = '';
  address.searchParams.set('near', here);
  return address;
}
