// Says a sentence beside a button, to eyes and ears. The sentences stand in the page, in its language.
export const words = document.querySelector('script[data-near-me]').dataset;

export function say(button, sentence) {
  let line = button.nextElementSibling;
  if (!line?.matches('[role=status]')) {
    line = Object.assign(document.createElement('span'), { className: 'said' });
    line.setAttribute('role', 'status');
    button.after(line);
  }
  line.textContent = sentence;
}
