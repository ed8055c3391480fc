// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from '@/components/focus-keeper';

const PAGE = `
  <div id="desk">
    <section id="state"><button id="pause">Pause</button></section>
    <ul>
      <li id="first"><button id="accept">Accept</button><button id="reject">Reject</button></li>
      <li id="second"><button id="other">Accept</button></li>
    </ul>
    <p id="words">Words</p>
  </div>`;

let stop: () => void;
const by = (id: string) => document.getElementById(id) as HTMLElement;
const focused = () => document.activeElement?.id;
/** Observers are told of changes after the task that made them. */
const told = () => new Promise((resolve) => setTimeout(resolve));

/** As browsers do it, which the stand-in does not. */
function remove(id: string): void {
  const element = by(id);
  if (element.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
  element.remove();
}

beforeEach(() => {
  document.body.innerHTML = PAGE;
  for (const element of document.querySelectorAll('button')) element.checkVisibility = () => true;
  stop = keepFocus(by('desk'));
});
afterEach(() => stop());

it('goes to the next control of the same card', async () => {
  by('accept').focus();
  remove('accept');
  await told();
  expect(focused()).toBe('reject');
});

it('goes to the next card when the whole card is gone', async () => {
  by('accept').focus();
  remove('first');
  await told();
  expect(focused()).toBe('other');
});

it('goes to the first control of the desk when nothing near is left', async () => {
  by('accept').focus();
  by('second').remove();
  remove('first');
  await told();
  expect(focused()).toBe('pause');
});

it('stays where it is while its control is there', async () => {
  by('accept').focus();
  by('second').remove();
  await told();
  expect(focused()).toBe('accept');
});

it('is left alone by who has clicked beside all controls', async () => {
  by('accept').focus();
  by('words').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  remove('first');
  await told();
  expect(document.activeElement).toBe(document.body);
});

it('is kept no longer after the end', async () => {
  by('accept').focus();
  stop();
  remove('accept');
  await told();
  expect(document.activeElement).toBe(document.body);
});
