// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { secondClickGuard } from '@/components/second-clicks';

const heard = vi.fn();

interface Click {
  readonly atMs: number;
  readonly x?: number;
  readonly y?: number;
  /** None for a click by key. */
  readonly detail?: number;
}

/** Gives whether the click does what a click does there. */
function click(id: string, { atMs, x = 100, y = 100, detail = 1 }: Click): boolean {
  const event = new MouseEvent('click', {
    bubbles: true,
    cancelable: true,
    clientX: x,
    clientY: y,
    detail,
  });
  Object.defineProperty(event, 'timeStamp', { value: atMs });
  return document.getElementById(id)?.dispatchEvent(event) ?? false;
}

beforeEach(() => {
  document.body.innerHTML =
    '<div id="desk"><button id="ready">Go ready</button><button id="pause">Pause</button></div>';
  const desk = document.getElementById('desk') as HTMLElement;
  desk.addEventListener('click', ({ target }) => heard((target as Element).id));
  desk.addEventListener('click', secondClickGuard(), { capture: true });
  heard.mockReset();
});

it('the second half of a double click does nothing to what has come under the pointer', () => {
  click('ready', { atMs: 1_000 });
  expect(click('pause', { atMs: 1_180, x: 102, y: 99 })).toBe(false);
  expect(heard.mock.calls).toEqual([['ready']]);
});

it('nor does a third click', () => {
  click('ready', { atMs: 1_000 });
  click('ready', { atMs: 1_300 });
  click('pause', { atMs: 1_600 });
  expect(heard.mock.calls).toEqual([['ready']]);
});

it('a click elsewhere counts, however quick', () => {
  click('ready', { atMs: 1_000 });
  expect(click('pause', { atMs: 1_100, x: 140 })).toBe(true);
  expect(heard.mock.calls).toEqual([['ready'], ['pause']]);
});

it('a click at the same place counts once a double click is over', () => {
  click('ready', { atMs: 1_000 });
  expect(click('ready', { atMs: 1_450 })).toBe(true);
});

it('a click on a label is also one on its field', () => {
  click('ready', { atMs: 1_000 });
  expect(click('pause', { atMs: 1_001 })).toBe(true);
});

it('keys click as often as they are pressed', () => {
  click('ready', { atMs: 1_000, detail: 0, x: 0, y: 0 });
  expect(click('ready', { atMs: 1_100, detail: 0, x: 0, y: 0 })).toBe(true);
});
