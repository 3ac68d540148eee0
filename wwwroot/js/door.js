// The door, with or without a network. What is ticked is written down on the device first, as 'so many are in', and
// sent until the site has taken it: a message that comes twice, or from two devices, counts once. On the device lie only
// numbers; names stand in the list alone, which the worker forgets with the session or twelve hours after the end.
const door = document.querySelector('[data-door]');
const address = door.dataset.door, counts = `${address}/counts`;
const words = JSON.parse(door.dataset.words);
const $ = id => document.getElementById(id);
const fill = (sentence, ...parts) => parts.reduce((said, part, i) => said.replaceAll(`{${i}}`, part), sentence);
const walkIns = '0'; // no booking has this number
const pollsEvery = 15_000, waitsFor = 10_000, clocksDifferBy = 10 * 60_000;

// ---- What lies on the device

const ledgerKey = `door ${door.dataset.screening}`;
const fresh = () => ({ number: 0, unsent: {}, ownWalkIns: 0, toldWalkIns: 0 });
let inMemory = fresh(), keeps = true;

function read() {
  if (!keeps) return inMemory;
  try { return JSON.parse(localStorage.getItem(ledgerKey)) ?? fresh(); } catch { return inMemory; }
}

// Read, changed and written in one go, for two windows on one device share it.
function write(change) {
  const ledger = read();
  change(ledger);
  inMemory = ledger;
  try {
    localStorage.setItem(ledgerKey, JSON.stringify(ledger));
    keeps = true;
  } catch { keeps = false; }
}

const device = (() => {
  const made = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  try {
    localStorage['door device'] ??= made;
    return localStorage['door device'];
  } catch {
    keeps = false;
    return made;
  }
})();

const waiting = () => Object.keys(read().unsent).length;

function note(booking, people, clear) {
  write(ledger => {
    ledger.number = Math.max(ledger.number + 1, Date.now());
    ledger.unsent[booking] = { people, number: ledger.number, clear: clear || ledger.unsent[booking]?.clear || false };
    if (booking === walkIns) ledger.ownWalkIns = people;
  });
  show();
  soon();
}

// ---- How it stands: what the site knows, with what it has yet to hear

let list = JSON.parse(door.dataset.list);

function inOf(guest, ledger = read()) {
  const said = ledger.unsent[guest.id];
  return said?.clear ? said.people : Math.max(guest.others, said ? said.people : guest.own);
}

// A list that was not made for this device counts what it has told among the others'.
const otherWalkIns = ledger => list.device === device ? list.walkIns.others : Math.max(0, list.walkIns.others + list.walkIns.own - ledger.toldWalkIns);

function letIn(booking, people) {
  const guest = list.guests.find(g => g.id === booking);
  if (!guest) return;
  people = Math.min(Math.max(0, people), guest.people);
  const clear = people < guest.others;
  if (clear && !isJoined) return say(fill(words.otherDevice, guest.name));
  note(guest.id, people, clear);
  say(people ? fill(words.welcome, guest.name, inWords(people, guest.people)) : fill(words.undone, guest.name));
}

function countWalkIns(own) {
  const others = otherWalkIns(read());
  if (own < 0) return say(fill(words.otherWalkIns, others));
  note(walkIns, own, false);
}

const inWords = (there, of) => there <= 0 ? words.noneIn : there < of ? fill(words.someIn, there, of) : there === 1 ? words.oneIn : fill(words.allIn, there);

// ---- The page

let isJoined = false, trouble = '';

const say = sentence => { $('saying').textContent = sentence; };
const setText = (element, text) => { if (element.textContent !== text) element.textContent = text; };
const sayCode = code => code ? `${code.slice(0, 4)} ${code.slice(4)}` : '';

function row(guest) {
  const known = document.querySelector(`[data-guest="${guest.id}"]`);
  if (known) return known;
  const made = $('guest').content.firstElementChild.cloneNode(true);
  made.dataset.guest = guest.id;
  for (const field of made.querySelectorAll('[name=booking]')) field.value = guest.id;
  return made;
}

function fillRow(guest, ledger) {
  const element = row(guest), there = inOf(guest, ledger);
  const part = name => element.querySelector(`.guest-${name}`);
  element.dataset.in = there === 0 ? 'none' : there < guest.people ? 'some' : 'all';
  setText(part('name'), guest.name);
  setText(part('party'), guest.party);
  setText(part('code'), sayCode(guest.code));
  for (const name of ['address', 'needs', 'remark']) setText(part(name), guest[name] ?? '');
  setText(part('in'), inWords(there, guest.people));
  const [all, undo, some] = [part('all'), part('undo'), part('some')];
  all.value = guest.people;
  for (const [button, text] of [[all, inWords(guest.people, guest.people)], [undo, undo.firstChild.textContent]]) {
    setText(button.firstChild, text);
    setText(button.querySelector('span'), ` ${guest.name}`);
  }
  [all.hidden, undo.hidden, some.hidden] = [there >= guest.people, there === 0, guest.people < 2];
  const number = some.elements.people;
  number.max = guest.people;
  if (document.activeElement !== number) number.value = there;
  return element;
}

function fillList(ul, guests, ledger) {
  const rows = guests.map(guest => fillRow(guest, ledger));
  for (const old of [...ul.children]) if (!rows.includes(old)) old.remove();
  rows.forEach((element, i) => { if (ul.children[i] !== element) ul.insertBefore(element, ul.children[i] ?? null); });
}

function show() {
  const ledger = read();
  fillList($('booked'), list.guests.filter(g => !g.waits), ledger);
  fillList($('waiting'), list.guests.filter(g => g.waits), ledger);
  $('waiting-part').hidden = !list.guests.some(g => g.waits);

  const others = otherWalkIns(ledger), own = ledger.ownWalkIns;
  const guests = list.guests.reduce((sum, g) => sum + inOf(g, ledger), 0);
  // As the site counts them: of a party in part, whoever stays out is taken for one of those who need no ordinary seat.
  const seatsOf = g => Math.max(Math.min(inOf(g, ledger), g.seats), inOf(g, ledger) - (g.people - g.seats));
  const taken = list.guests.reduce((sum, g) => sum + seatsOf(g), others + own);
  const takenOrKept = list.guests.reduce((sum, g) => sum + (g.holds ? Math.max(g.seats, seatsOf(g)) : seatsOf(g)), others + own);
  const expected = list.guests.reduce((sum, g) => sum + (g.holds ? Math.max(0, g.people - inOf(g, ledger)) : 0), 0);
  const inTheRoom = guests + others + own;
  const figures = { 'in-the-room': inTheRoom, expected, free: Math.max(0, list.capacity - taken), left: Math.max(0, list.capacity - takenOrKept), 'walk-in-count': others + own };
  for (const [id, figure] of Object.entries(figures)) setText($(id), String(figure));
  for (const id of ['free', 'left']) $(id).parentElement.hidden = list.capacity === null;
  const total = $('walk-in-total').elements.total;
  if (document.activeElement !== total) total.value = others + own;
  document.querySelector('[data-step="-1"]').disabled = own === 0;

  filter();
  showJoined();
}

function showJoined() {
  const n = waiting(), line = $('joined');
  const ticks = n === 0 ? '' : n === 1 ? words.oneWaits : fill(words.manyWait, n);
  const said = [isJoined && n === 0 ? words.nothingWaits : isJoined ? '' : words[trouble] ?? '', ticks, keeps ? '' : words.noStorage].filter(Boolean).join(' ');
  line.hidden = said === '';
  line.dataset.joined = isJoined;
  if (line.dataset.said === said) return;
  line.dataset.said = said;
  line.textContent = said;
  if (trouble !== 'signedOut' || isJoined) return;
  const link = document.createElement('a');
  Object.assign(link, { href: `/account/sign-in?returnUrl=${encodeURIComponent(address)}`, textContent: 'Sign in again' });
  line.append(' ', link);
}

// ---- Looking for somebody

// As the site compares names: without case, accents, and with Arabic letters that readers take for one another made one.
const alike = { 'ى': 'ي', 'ة': 'ه', 'ٱ': 'ا', 'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', 'æ': 'ae', 'œ': 'oe' };
// In the digits 0 to 9, whichever somebody types.
const plain = text => text.normalize('NFKC').replace(/[٠-٩۰-۹]/g, digit => digit.charCodeAt(0) & 15);
const fold = text => plain(text ?? '').normalize('NFKD').toLowerCase().replace(/[\p{Mn}\p{Cf}ـ'’]/gu, '').replace(/[ىةٱßøłđıæœ]/g, c => alike[c]).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const readCode = typed => plain(typed).toUpperCase().replace(/[^A-Z0-9]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

function filter() {
  const typed = $('q').value, looked = fold(typed).split(' ').filter(Boolean), code = readCode(typed);
  let found = 0;
  for (const guest of list.guests) {
    const key = fold(`${guest.name} ${guest.address ?? ''}`);
    const isFound = looked.every(word => key.includes(word)) || (code.length > 2 && Boolean(guest.code?.includes(code)));
    found += isFound;
    document.querySelector(`[data-guest="${guest.id}"]`).hidden = !isFound;
  }
  $('nobody').hidden = found > 0;
  setText($('nobody'), words.nobodyFound);
  // Said as well as shown, but of a search alone: each tick has its own sentence.
  setText($('found'), typed === '' ? '' : found === 0 ? words.nobodyFound : found === 1 ? words.oneFound : fill(words.manyFound, found));
}

// A code lets the whole party in, each time with a sentence of its own; fewer is set beside the name.
function admit(scanned) {
  const read = [scanned, scanned.split(/[/?#=]/).findLast(Boolean) ?? ''].map(readCode);
  const guest = list.guests.find(g => g.code && read.includes(g.code));
  const gone = list.gone.find(code => read.includes(code));
  navigator.vibrate?.(guest ? 60 : [60, 60, 200]);
  if (!guest) return say(fill(gone ? words.gone : words.unknown, sayCode(gone ?? read[0].slice(0, 8))));
  $('q').value = sayCode(guest.code);
  const there = inOf(guest);
  filter();
  if (there >= guest.people) say(fill(words.already, guest.name, inWords(there, guest.people)));
  else if (guest.waits) say(fill(words.waits, guest.name, guest.party));
  else letIn(guest.id, guest.people);
}

door.addEventListener('submit', event => {
  const form = event.target, button = event.submitter;
  event.preventDefault();
  if (form.id === 'search') {
    const typed = $('q').value, code = readCode(typed);
    const isCode = code.length === 8 && (/\d/.test(typed) || list.gone.includes(code) || list.guests.some(g => g.code === code));
    if (isCode) admit(typed); else say('');
    filter();
  } else if (form.id === 'walk-in-steps') {
    countWalkIns(read().ownWalkIns + Number(button.dataset.step));
  } else if (form.id === 'walk-in-total') {
    countWalkIns(Number(form.elements.total.value) - otherWalkIns(read()));
  } else {
    const people = button?.name === 'people' ? button : form.elements.people;
    letIn(Number(form.elements.booking.value), Number(people.value));
    // The button that was pressed may be gone now: who goes by keyboard stays with the guest.
    if (button?.hidden) form.querySelector('button:not([hidden])')?.focus();
  }
});
$('q').addEventListener('input', () => { say(''); filter(); });

// ---- The camera

if ('BarcodeDetector' in window && navigator.mediaDevices) {
  $('scan').hidden = false;
  $('scan').addEventListener('click', scan);
  $('camera-close').addEventListener('click', () => $('camera').close());
} else {
  $('no-scanner').hidden = false;
  $('no-scanner').textContent = words.noScanner;
}

async function scan() {
  const camera = $('camera'), video = camera.querySelector('video');
  let stream;
  try {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    video.srcObject = stream;
    camera.showModal();
    await video.play();
    while (camera.open) {
      const [code] = await detector.detect(video);
      if (code) {
        camera.close();
        admit(code.rawValue);
      }
      await new Promise(then => setTimeout(then, 150));
    }
  } catch {
    camera.close();
    say(words.noCamera);
  } finally {
    stream?.getTracks().forEach(track => track.stop());
  }
}

// ---- Joining up

let form = door.dataset.form, isSending = false, timer, due = Infinity;

// Of two times to send the earlier one stands: what is ticked meanwhile does not wait for the next look.
function soon(after = 200) {
  const at = performance.now() + after;
  if (at >= due) return;
  clearTimeout(timer);
  [due, timer] = [at, setTimeout(send, after)];
}

async function send() {
  due = Infinity;
  if (isSending) return soon();
  isSending = true;
  const said = Object.entries(read().unsent).map(([booking, told]) => ({ booking: booking === walkIns ? null : Number(booking), ...told }));
  try {
    const answer = await post(said);
    isJoined = answer !== null;
    if (answer) take(answer, said);
  } catch {
    [isJoined, trouble] = [false, 'noConnection'];
  }
  isSending = false;
  show();
  soon(pollsEvery);
}

async function post(said, isSecond = false) {
  const answer = await fetch(counts, {
    method: 'POST', redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(waitsFor),
    headers: { 'Content-Type': 'application/json', RequestVerificationToken: form },
    body: JSON.stringify({ device, registers: said }),
  });
  if (answer.ok) return answer.json();
  // A page that was kept for a while has the form token of another session: a new page brings a new one.
  if (answer.status === 400 && !isSecond && await renewToken()) return post(said, true);
  trouble = answer.type === 'opaqueredirect' || (answer.status === 400 && !isSecond) ? 'signedOut' : answer.status === 404 ? 'notHere' : 'trouble';
  return null;
}

async function renewToken() {
  const answer = await fetch(address, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(waitsFor) });
  const token = answer.ok && (await answer.text()).match(/data-form="([^"]+)"/)?.[1];
  if (token) form = token;
  return Boolean(token);
}

function take(answer, said) {
  list = answer;
  // The worker goes by this device's clock when it keeps the list or throws it away.
  $('clock').hidden = Math.abs(Date.now() - Date.parse(answer.at)) <= clocksDifferBy;
  write(ledger => {
    for (const told of said) {
      const key = told.booking === null ? walkIns : String(told.booking);
      if (ledger.unsent[key]?.number === told.number) delete ledger.unsent[key];
      if (key === walkIns) ledger.toldWalkIns = told.people;
    }
    if (!(walkIns in ledger.unsent)) ledger.ownWalkIns = ledger.toldWalkIns = answer.walkIns.own;
  });
  keepList(answer);
}

// ---- What is kept for a reload without a network

const isOver = () => Date.now() > Date.parse(list.keptUntil);

async function keepList(answer) {
  if (!('caches' in window) || !navigator.serviceWorker?.controller || isOver()) return;
  const shelf = await caches.open('door v2');
  await shelf.put(counts, new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json', 'Keep-Until': answer.keptUntil } }));
}

async function forget() {
  if (waiting() > 0) return;
  try { localStorage.removeItem(ledgerKey); } catch { /* nothing lies there */ }
  const shelf = await caches.open('door v2');
  for (const kept of [address, counts]) await shelf.delete(kept);
}

async function begin() {
  const kept = 'caches' in window ? await (await caches.match(counts, { cacheName: 'door v2' }))?.json().catch(() => null) : null;
  if (kept && Date.parse(kept.at) >= Date.parse(list.at)) list = kept;
  show();
  addEventListener('online', () => soon(0));
  addEventListener('offline', () => { [isJoined, trouble] = [false, 'noConnection']; showJoined(); });
  addEventListener('storage', event => { if (event.key === ledgerKey) show(); });
  addEventListener('visibilitychange', () => { if (!document.hidden) soon(0); });
  await send();
  if (isOver() && 'caches' in window) await forget();
}

await begin();
