// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFoundNumbers } from '@/lib/page/found-numbers';
import { followPointer } from '@/lib/page/pointer';

/** Where the numbers stand in the window, since happy-dom lays nothing out. */
const RECT = new DOMRect(100, 100, 90, 16);
const LINK_RECT = new DOMRect(300, 300, 90, 16);

let stop: AbortController;
/** What the browser says of the place below the pointer. */
let caret: { offsetNode: Node; offset: number } | null;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout'] });
  stop = new AbortController();
  caret = null;
  Object.assign(document, { caretPositionFromPoint: () => caret });
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([RECT] as unknown as DOMRectList);
  document.body.innerHTML =
    '<p>call 777 123 456 now</p><button>602 345 678</button><input><a>to the list</a>';
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'caretPositionFromPoint');
  Reflect.deleteProperty(document, 'caretRangeFromPoint');
});

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

function textOf(selector: string): Node {
  const { firstChild } = element(selector);
  if (!firstChild) throw new Error(`no text in ${selector}`);
  return firstChild;
}

function setup() {
  const numbers = createFoundNumbers();
  const add = (selector: string, start: number, end: number, dial: string) => {
    const range = document.createRange();
    range.setStart(textOf(selector), start);
    range.setEnd(textOf(selector), end);
    numbers.add({ range, dial, number: dial, country: null, extension: null });
  };
  add('p', 5, 16, '+420777123456');
  add('button', 0, 11, '+420602345678');
  const covers = vi.fn((_x: number, _y: number) => false);
  const card = { open: vi.fn(), close: vi.fn(), remove: vi.fn(), covers };
  followPointer(document, numbers, card, stop.signal);
  return { ...card, numbers };
}

const nextFrame = () => vi.advanceTimersByTime(20);

function move(x: number, y: number, target: EventTarget = document.body): void {
  const pointer = { bubbles: true, composed: true, clientX: x, clientY: y };
  target.dispatchEvent(new PointerEvent('pointermove', pointer));
}

function link(href: string, html = 'write or call'): HTMLElement {
  const anchor = document.createElement('a');
  anchor.setAttribute('href', href);
  anchor.innerHTML = html;
  anchor.getBoundingClientRect = () => LINK_RECT;
  document.body.append(anchor);
  return anchor;
}

it('opens the card beside the number below the pointer', () => {
  const card = setup();
  caret = { offsetNode: textOf('p'), offset: 8 };
  move(120, 105);
  nextFrame();
  expect(card.open).toHaveBeenCalledExactlyOnceWith('+420777123456', RECT);
});

it('opens the card in a browser that knows only the older way to ask for a place', () => {
  Reflect.deleteProperty(document, 'caretPositionFromPoint');
  const range = document.createRange();
  range.setStart(textOf('p'), 8);
  Object.assign(document, { caretRangeFromPoint: () => range });
  const card = setup();
  move(120, 105);
  nextFrame();
  expect(card.open).toHaveBeenCalledExactlyOnceWith('+420777123456', RECT);
});

it('asks the browser to look into the shadow roots that numbers stand in', () => {
  const host = document.body.appendChild(document.createElement('section'));
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = '608 111 222';
  const text = shadow.firstChild ?? document;
  // As a browser does: without being told of the root it says no more than where the host stands.
  const caretPositionFromPoint = (_x: number, _y: number, { shadowRoots = [] as Node[] } = {}) =>
    shadowRoots.includes(shadow)
      ? { offsetNode: text, offset: 3 }
      : { offsetNode: document.body, offset: 1 };
  Object.assign(document, { caretPositionFromPoint });
  const { open, numbers } = setup();
  const range = document.createRange();
  range.selectNodeContents(text);
  const dial = '+420608111222';
  numbers.add({ range, dial, number: dial, country: null, extension: null });
  move(120, 105, host);
  nextFrame();
  expect(open).toHaveBeenCalledExactlyOnceWith('+420608111222', RECT);
});

it('does not open the card for the nearest text when the pointer is beside it', () => {
  const card = setup();
  caret = { offsetNode: textOf('p'), offset: 16 };
  move(600, 105);
  nextFrame();
  expect(card.open).not.toHaveBeenCalled();
});

it('does not open the card for the words before the number', () => {
  const card = setup();
  caret = { offsetNode: textOf('p'), offset: 2 };
  move(105, 105);
  nextFrame();
  expect(card.open).not.toHaveBeenCalled();
});

it.each([
  ['tel:+420777123456', '+420777123456'],
  ['TEL:777123456', '777123456'],
  ['tel: 777 123 456 ', '777 123 456'],
  ['tel:+420%20777%20123%20456', '+420 777 123 456'],
  ['tel:%2B420777123456', '+420777123456'],
  ['tel:777123456%', '777123456%'],
])('opens the card for the link %j', (href, dial) => {
  const card = setup();
  move(310, 305, link(href));
  nextFrame();
  expect(card.open).toHaveBeenCalledExactlyOnceWith(dial, LINK_RECT);
});

it('opens the card for a link when the pointer is on an icon in it', () => {
  const card = setup();
  const icon = link('tel:777123456', '<i></i>').firstElementChild;
  move(310, 305, icon ?? document);
  nextFrame();
  expect(card.open).toHaveBeenCalledWith('777123456', LINK_RECT);
});

it.each(['mailto:777123456@firma.test', 'https://firma.test/tel:777123456', 'tel:', '#'])(
  'does not open the card for the link %j',
  (href) => {
    const card = setup();
    move(310, 305, link(href));
    nextFrame();
    expect(card.open).not.toHaveBeenCalled();
  },
);

it('looks where the pointer is once a frame, at its last place', () => {
  const card = setup();
  move(10, 10);
  move(20, 20);
  move(30, 30);
  nextFrame();
  expect(card.covers.mock.calls).toEqual([[30, 30]]);
});

it('closes the card when the pointer has left both number and card', () => {
  const card = setup();
  move(500, 500);
  nextFrame();
  expect(card.close).toHaveBeenCalledTimes(1);
});

it('leaves the card open while the pointer is on it', () => {
  const card = setup();
  card.covers.mockReturnValue(true);
  move(120, 125);
  nextFrame();
  expect(card.close).not.toHaveBeenCalled();
});

const focus = (target: Element) =>
  target.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));

it('opens the card for the number in what has got the focus', () => {
  const card = setup();
  focus(element('button'));
  expect(card.open).toHaveBeenCalledExactlyOnceWith('+420602345678', expect.anything());
});

it('opens the card for the link that has got the focus', () => {
  const card = setup();
  focus(link('tel:+420%20777%20123%20456'));
  expect(card.open).toHaveBeenCalledExactlyOnceWith('+420 777 123 456', LINK_RECT);
});

it.each(['body', 'input', 'a'])('does not open the card when the focus comes to %s', (selector) => {
  const card = setup();
  focus(element(selector));
  expect(card.open).not.toHaveBeenCalled();
});

it('closes the card when something on the page is scrolled', () => {
  const card = setup();
  element('p').dispatchEvent(new Event('scroll'));
  expect(card.close).toHaveBeenCalledTimes(1);
});

it('closes the card on Escape, wherever the page lets the key go', () => {
  const card = setup();
  element('input').addEventListener('keydown', (event) => event.stopPropagation());
  element('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(card.close).toHaveBeenCalledTimes(1);
});

it('leaves the card open for other keys', () => {
  const card = setup();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(card.close).not.toHaveBeenCalled();
});

it('keeps no event from the page', () => {
  setup();
  const seen = vi.fn();
  element('p').addEventListener('pointermove', seen);
  const event = new PointerEvent('pointermove', { bubbles: true, cancelable: true });
  element('p').dispatchEvent(event);
  expect(seen).toHaveBeenCalledTimes(1);
  expect(event.defaultPrevented).toBe(false);
});

it('does nothing more once it is stopped', () => {
  const card = setup();
  stop.abort();
  caret = { offsetNode: textOf('p'), offset: 8 };
  move(120, 105);
  nextFrame();
  focus(element('button'));
  document.dispatchEvent(new Event('scroll'));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(card.open).not.toHaveBeenCalled();
  expect(card.close).not.toHaveBeenCalled();
});

it('does not open the card in a frame that comes after it was stopped', () => {
  const card = setup();
  caret = { offsetNode: textOf('p'), offset: 8 };
  move(120, 105);
  stop.abort();
  nextFrame();
  expect(card.open).not.toHaveBeenCalled();
});
