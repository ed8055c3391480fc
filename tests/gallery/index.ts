import { LOOKS } from './states';

/** Each look in a frame of its own, so that ids and media queries stay apart. */
function frame(look: string, theme: string): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.loading = 'lazy';
  element.title = `${look}, ${theme}`;
  element.src = `look.html?${new URLSearchParams({ look, theme })}`;
  return element;
}

for (const look of Object.keys(LOOKS)) {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = look;
  section.append(heading, frame(look, 'light'), frame(look, 'dark'));
  document.querySelector('main')?.append(section);
}
