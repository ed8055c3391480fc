// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecognisedNumber } from '@/lib/messages/reply';
import { createFoundNumbers } from '@/lib/page/found-numbers';
import { followPointer } from '@/lib/page/pointer';
import { createDeferred } from '../../support/deferred';
import { aFoundNumber } from '../../support/found-numbers';
import { trusted } from '../../support/trusted';

/** Where the numbers stand in the window, since happy-dom lays nothing out. */
const RECT = new DOMRect(100, 100, 90, 16);
const LINK_RECT = new DOMRect(300, 300, 90, 16);
const IN_FIELD: RecognisedNumber = {
  start: 4,
  end: 15,
  number: '+420608111222',
  dial: '+420608111222',
  country: 'CZ',
  extension: null,
};

let stop: AbortController;
/** What the browser says of the place below the pointer. */
let caret: { offsetNode: Node; offset: number } | null;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  caret = null;
  Object.assign(document, { caretPositionFromPoint: () => caret });
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([RECT] as unknown as DOMRectList);
  document.body.innerHTML =
    '<p>call 777 123 456 now</p><button>602 345 678</button><input value="tel 608 111 222"><a>to the list</a><div></div>';
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, 'caretPositionFromPoint');
  Reflect.deleteProperty(document, 'caretRangeFromPoint');
});

function element<T extends Element = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

function textOf(selector: string): Node {
  const { firstChild } = element(selector);
  if (!firstChild) throw new Error(`no text in ${selector}`);
  return firstChild;
}

function setup(numberInField = async (): Promise<RecognisedNumber | null> => IN_FIELD) {
  const numbers = createFoundNumbers();
  numbers.add(aFoundNumber(element('p'), { start: 5, end: 16 }));
  numbers.add(aFoundNumber(element('button'), { dial: '+420602345678' }));
  const card = {
    warm: vi.fn(),
    open: vi.fn(),
    call: vi.fn(),
    step: vi.fn(),
    isFor: vi.fn((_anchor: Range | Element) => false),
    leave: vi.fn(),
    close: vi.fn(),
    moved: vi.fn(),
    told: vi.fn(),
    speak: vi.fn(),
    covers: vi.fn((_x: number, _y: number) => false),
    isHost: (target: EventTarget | null) => target === element('div'),
  };
  followPointer(document, numbers, card, vi.fn(numberInField), stop.signal);
  return { ...card, numbers, dials: () => card.open.mock.calls.map(([{ dial }]) => dial) };
}

const nextFrame = () => vi.advanceTimersToNextFrame();
const rest = () => vi.advanceTimersByTimeAsync(150);

function fire(type: string, init: PointerEventInit, target: EventTarget, isTrusted = true): void {
  const event = new PointerEvent(type, {
    bubbles: true,
    composed: true,
    cancelable: true,
    pointerType: 'mouse',
    ...init,
  });
  target.dispatchEvent(trusted(event, isTrusted));
}

function move(
  x: number,
  y: number,
  target: EventTarget = document.body,
  init: PointerEventInit = {},
): void {
  fire('pointermove', { clientX: x, clientY: y, ...init }, target);
  nextFrame();
}

function pointAtNumber(init: PointerEventInit = {}): void {
  caret = { offsetNode: textOf('p'), offset: 8 };
  move(120, 105, element('p'), init);
}

function link(href: string, html = 'write or call'): HTMLElement {
  const anchor = document.createElement('a');
  anchor.setAttribute('href', href);
  anchor.innerHTML = html;
  anchor.getBoundingClientRect = () => LINK_RECT;
  document.body.append(anchor);
  return anchor;
}

describe('a pointer that rests on a number', () => {
  it('opens the card beside it', async () => {
    const { open } = setup();
    pointAtNumber();
    await rest();
    expect(open).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ dial: '+420777123456', written: '777 123 456' }),
      RECT,
    );
  });

  it('opens nothing before it has rested for 120 ms, but has the card come', async () => {
    const { open, warm } = setup();
    pointAtNumber();
    await vi.advanceTimersByTimeAsync(119);
    expect(warm).toHaveBeenCalledTimes(1);
    expect(open).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('need not hold still on it', async () => {
    const { open } = setup();
    for (let times = 0; times < 12; times += 1) pointAtNumber();
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('opens it in a browser that knows only the older way to ask for a place', async () => {
    Reflect.deleteProperty(document, 'caretPositionFromPoint');
    const range = document.createRange();
    range.setStart(textOf('p'), 8);
    Object.assign(document, { caretRangeFromPoint: () => range });
    const { dials } = setup();
    move(120, 105);
    await rest();
    expect(dials()).toEqual(['+420777123456']);
  });

  it('opens it in a shadow root, of which the browser has to be told', async () => {
    const host = document.body.appendChild(document.createElement('section'));
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<b>608 111 222</b>';
    const text = shadow.firstChild?.firstChild ?? document;
    // As a browser does: without being told of the root it says no more than where the host stands.
    const caretPositionFromPoint = (_x: number, _y: number, { shadowRoots = [] as Node[] } = {}) =>
      shadowRoots.includes(shadow)
        ? { offsetNode: text, offset: 3 }
        : { offsetNode: document.body, offset: 1 };
    Object.assign(document, { caretPositionFromPoint });
    const { dials, numbers } = setup();
    numbers.add(aFoundNumber(shadow.firstChild ?? shadow, { dial: '+420608111222' }));
    move(120, 105);
    await rest();
    expect(dials()).toEqual(['+420608111222']);
  });

  it.each(['tel:+420777123456', 'callto:+420777123456', 'sip:+420777123456@pbx.firma.test'])(
    'opens it for the link %j, on an icon in it as well',
    async (href) => {
      const { open } = setup();
      move(310, 305, link(href, '<i></i>').firstElementChild ?? document);
      await rest();
      expect(open).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ dial: '+420777123456', written: null }),
        LINK_RECT,
      );
    },
  );

  it('opens it beside the field that holds the number', async () => {
    const { open } = setup();
    move(10, 10, element('input'));
    await rest();
    expect(open).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        dial: '+420608111222',
        written: '608 111 222',
        anchor: element('input'),
      }),
      expect.anything(),
    );
  });

  it('opens nothing for a field whose number becomes known when the pointer has gone', async () => {
    const answer = createDeferred<RecognisedNumber | null>();
    const { open } = setup(() => answer.promise);
    move(10, 10, element('input'));
    await rest();
    move(500, 500);
    answer.resolve(IN_FIELD);
    await rest();
    expect(open).not.toHaveBeenCalled();
  });
});

describe('a pointer opens nothing', () => {
  it('on its way over a number to something else', async () => {
    const { open } = setup();
    pointAtNumber();
    caret = null;
    move(500, 500);
    await rest();
    expect(open).not.toHaveBeenCalled();
  });

  it.each([
    ['beside a number, though that is the nearest text', 600, 16],
    ['on the words before the number', 105, 2],
  ])('%s', async (_where, x, offset) => {
    const { open } = setup();
    caret = { offsetNode: textOf('p'), offset };
    move(x, 105);
    await rest();
    expect(open).not.toHaveBeenCalled();
  });

  it.each(['mailto:777123456@firma.test', 'https://firma.test/tel:777123456', 'tel:', '#'])(
    'on the link %j',
    async (href) => {
      const { open } = setup();
      move(310, 305, link(href));
      await rest();
      expect(open).not.toHaveBeenCalled();
    },
  );

  it('that is made up by the page', async () => {
    const { open } = setup();
    caret = { offsetNode: textOf('p'), offset: 8 };
    fire('pointermove', { clientX: 120, clientY: 105 }, element('p'), false);
    nextFrame();
    await rest();
    expect(open).not.toHaveBeenCalled();
  });

  it('while a button is pressed, to select or to drag', async () => {
    const { open } = setup();
    pointAtNumber({ buttons: 1 });
    await rest();
    expect(open).not.toHaveBeenCalled();
  });

  it('once everything has stopped, nor in a frame or a moment that comes after it', async () => {
    const { open, leave, moved } = setup();
    pointAtNumber();
    stop.abort();
    await rest();
    pointAtNumber();
    await rest();
    document.dispatchEvent(new Event('scroll'));
    expect(open).not.toHaveBeenCalled();
    expect(leave).not.toHaveBeenCalled();
    expect(moved).not.toHaveBeenCalled();
  });
});

describe('the open card', () => {
  it('is left 250 ms after the pointer has left it and its number', async () => {
    const { leave } = setup();
    move(500, 500);
    await vi.advanceTimersByTimeAsync(249);
    expect(leave).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('is kept when the pointer comes back in time', async () => {
    const { leave, covers } = setup();
    move(500, 500);
    await vi.advanceTimersByTimeAsync(200);
    covers.mockReturnValue(true);
    move(120, 125);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(leave).not.toHaveBeenCalled();
  });

  it('is left when the pointer leaves the window', async () => {
    const { leave } = setup();
    fire('pointerout', { relatedTarget: null }, document.body);
    await vi.advanceTimersByTimeAsync(250);
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('is not opened again for the number it is open for', async () => {
    const { open, isFor } = setup();
    isFor.mockReturnValue(true);
    pointAtNumber();
    await rest();
    expect(open).not.toHaveBeenCalled();
  });

  it('stays when the pointer passes a number below it', async () => {
    const { open } = setup();
    caret = { offsetNode: textOf('p'), offset: 8 };
    move(120, 105, element('div'));
    await rest();
    expect(open).not.toHaveBeenCalled();
  });

  it('closes for a press elsewhere, and not for one on it or its number', () => {
    const { close, covers } = setup();
    fire('pointerdown', {}, element('div'));
    covers.mockReturnValue(true);
    fire('pointerdown', {}, element('p'));
    expect(close).not.toHaveBeenCalled();
    covers.mockReturnValue(false);
    fire('pointerdown', {}, element('p'));
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('hears what has been scrolled', () => {
    const { moved } = setup();
    element('p').dispatchEvent(new Event('scroll'));
    expect(moved).toHaveBeenCalledExactlyOnceWith(element('p'));
  });

  it('closes on Escape, wherever the page lets the key go, and for no other key', () => {
    const { close } = setup();
    element('input').addEventListener('keydown', (event) => event.stopPropagation());
    const press = (key: string) =>
      element('input').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('Enter');
    expect(close).not.toHaveBeenCalled();
    press('Escape');
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('closes when the field that it is open for is typed into', () => {
    const { close, isFor } = setup();
    isFor.mockReturnValue(true);
    element('input').dispatchEvent(new Event('input', { bubbles: true }));
    expect(close).toHaveBeenCalledTimes(1);
  });
});

it.each(['touch', 'pen'])('a tap with %s on a number opens the card at once', (pointerType) => {
  const { dials } = setup();
  caret = { offsetNode: textOf('p'), offset: 8 };
  fire('click', { clientX: 120, clientY: 105, pointerType }, element('p'));
  expect(dials()).toEqual(['+420777123456']);
});

it('a click with the mouse on a number opens nothing by itself', () => {
  const { open } = setup();
  caret = { offsetNode: textOf('p'), offset: 8 };
  fire('click', { clientX: 120, clientY: 105 }, element('p'));
  expect(open).not.toHaveBeenCalled();
});

describe('the focus', () => {
  function focus(target: Element, visible = true): Promise<unknown> {
    const matches = target.matches.bind(target);
    target.matches = (selector: string) =>
      selector === ':focus-visible' ? visible : matches(selector);
    target.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    return vi.advanceTimersByTimeAsync(0);
  }

  it('on something with a number in it opens the card', async () => {
    const { dials } = setup();
    await focus(element('button'));
    expect(dials()).toEqual(['+420602345678']);
  });

  it('on a link opens the card', async () => {
    const { dials } = setup();
    await focus(link('tel:+420%20777%20123%20456'));
    expect(dials()).toEqual(['+420 777 123 456']);
  });

  it('in a field that holds a number opens the card', async () => {
    const { dials } = setup();
    await focus(element('input'));
    expect(dials()).toEqual(['+420608111222']);
  });

  it('in a field without a number opens nothing', async () => {
    const { open } = setup(async () => null);
    await focus(element('input'));
    expect(open).not.toHaveBeenCalled();
  });

  it('that a click of the mouse has left behind opens nothing', async () => {
    const { open } = setup();
    await focus(element('button'), false);
    expect(open).not.toHaveBeenCalled();
  });

  it('on a whole list is not about the first number in it', async () => {
    const { open } = setup();
    const list = element('button');
    list.append('and many more words '.repeat(5));
    await focus(list);
    expect(open).not.toHaveBeenCalled();
  });

  it.each(['body', 'a'])('on %s opens nothing', async (selector) => {
    const { open } = setup();
    await focus(element(selector));
    expect(open).not.toHaveBeenCalled();
  });
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
