// Pictures at the desk: dropped or pasted as well as chosen, and their focus set by a click or the arrow keys.
// Without this module the same forms work with a file field and two numbers.

const upload = document.querySelector('form.upload');
if (upload) {
  const input = upload.querySelector('input[type=file]');
  const send = files => {
    const picture = [...files].find(file => file.type.startsWith('image/'));
    if (!picture) return false;
    const chosen = new DataTransfer();
    chosen.items.add(picture);
    input.files = chosen.files;
    upload.requestSubmit();
    return true;
  };
  input.addEventListener('change', () => { if (input.files.length > 0) upload.requestSubmit(); });
  upload.addEventListener('dragover', event => { event.preventDefault(); upload.classList.add('is-over'); });
  upload.addEventListener('dragleave', () => upload.classList.remove('is-over'));
  upload.addEventListener('drop', event => {
    event.preventDefault();
    upload.classList.remove('is-over');
    send(event.dataTransfer.files);
  });
  document.addEventListener('paste', event => { if (send(event.clipboardData.files)) event.preventDefault(); });
  upload.addEventListener('submit', () => upload.setAttribute('aria-busy', 'true'));
}

const picture = document.querySelector('.focus-point');
if (picture) {
  const [x, y] = ['Input_FocusX', 'Input_FocusY'].map(id => document.getElementById(id));
  const nearest = value => Math.round(value / 10) * 10;
  const set = (left, top) => {
    x.value = Math.round(Math.min(100, Math.max(0, left)));
    y.value = Math.round(Math.min(100, Math.max(0, top)));
    for (const photo of document.querySelectorAll('.focus-point .photo, .crops .photo')) {
      photo.className = photo.className.replace(/at-[xy]-\d+/g, '').trim();
      photo.classList.add(`at-x-${nearest(x.value)}`, `at-y-${nearest(y.value)}`);
    }
  };
  const image = picture.querySelector('img');
  picture.tabIndex = 0;
  picture.setAttribute('role', 'application');
  picture.setAttribute('aria-label', 'What must stay in view: arrow keys move it');
  picture.addEventListener('click', event => {
    const box = image.getBoundingClientRect();
    set((event.clientX - box.left) / box.width * 100, (event.clientY - box.top) / box.height * 100);
  });
  picture.addEventListener('keydown', event => {
    const step = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] }[event.key];
    if (!step) return;
    event.preventDefault();
    set(Number(x.value) + step[0], Number(y.value) + step[1]);
  });
  for (const field of [x, y]) field.addEventListener('input', () => set(Number(x.value), Number(y.value)));
}
