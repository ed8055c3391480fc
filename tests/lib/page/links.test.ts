// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followLinks, linkOn, numberOfLink } from '@/lib/page/links';
import { trusted } from '../../support/trusted';

describe('the number of the link', () => {
  it.each([
    ['tel:+420777123456', '+420777123456', null],
    ['TEL:777123456', '777123456', null],
    ['tel: 777 123 456 ', '777 123 456', null],
    ['tel://+420777123456', '+420777123456', null],
    ['tel:+420%20777%20123%20456', '+420 777 123 456', null],
    ['tel:%2B420777123456', '+420777123456', null],
    ['tel:+420-777-(123).456', '+420-777-(123).456', null],
    ['tel:+420777123456;ext=12', '+420777123456', '12'],
    ['tel:+420777123456;isub=1;EXT=1-2', '+420777123456', '12'],
    ['tel:+420777123456,,12', '+420777123456', '12'],
    ['tel:777123456;phone-context=+420', '+420777123456', null],
    ['tel:+420777123456;phone-context=+1', '+420777123456', null],
    ['tel:1234;phone-context=firma.test', '1234', null],
    ['tel:112', '112', null],
    ['tel:*123%23', '*123#', null],
    ['callto:+420777123456', '+420777123456', null],
    ['callto://777123456', '777123456', null],
    ['sip:777123456@pbx.firma.test', '777123456', null],
    ['sips:+420777123456@pbx.firma.test;user=phone?subject=x', '+420777123456', null],
  ])('%j is %j', (href, dial, extension) => {
    expect(numberOfLink(href)).toEqual({ dial, extension });
  });

  it.each([
    'mailto:777123456@firma.test',
    'https://firma.test/tel:777123456',
    'tel:',
    'tel:5',
    'tel:1-800-FLOWERS',
    'tel:777123456%',
    'callto:anna.novakova',
    'sip:anna@firma.test',
    'sip:anna2024@firma.test',
    '#',
    '',
  ])('%j is left to the browser', (href) => {
    expect(numberOfLink(href)).toBeNull();
  });
});

const TEL = 'tel:+420777123456';
let stop: AbortController;
const call = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  call.mockClear();
  document.body.innerHTML = `<main><a href="${TEL}"><i>call</i></a><a href="/list">list</a></main>`;
  Object.assign(Element.prototype, { checkVisibility: () => true });
  followLinks(document, call, stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.runAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

function click(target: Element, init: MouseEventInit = {}, isTrusted = true): MouseEvent {
  const event = new MouseEvent('click', {
    bubbles: true,
    cancelable: true,
    composed: true,
    ...init,
  });
  target.dispatchEvent(trusted(event, isTrusted));
  return event;
}

describe('a click', () => {
  it('on a telephone link calls and keeps the browser from asking for a program', () => {
    const event = click(element('a'));
    expect(call).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ dial: '+420777123456', written: null, anchor: element('a') }),
    );
    expect(event.defaultPrevented).toBe(true);
  });

  it.each([
    ['an image in the link', () => element('i')],
    ['an SVG link', () => svgLink()],
    ['a place of an image map', () => area()],
    ['a link in a shadow root', () => shadowLink()],
  ])('on %s calls', (_what, target) => {
    expect(click(target()).defaultPrevented).toBe(true);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['with Ctrl', { ctrlKey: true }],
    ['with Command', { metaKey: true }],
    ['with Shift', { shiftKey: true }],
    ['with Alt', { altKey: true }],
    ['of the middle button', { button: 1 }],
  ])('%s is left to the browser', (_how, init) => {
    expect(click(element('a'), init).defaultPrevented).toBe(false);
    expect(call).not.toHaveBeenCalled();
  });

  it('that a page has made up calls nobody', () => {
    expect(click(element('a'), {}, false).defaultPrevented).toBe(false);
    expect(call).not.toHaveBeenCalled();
  });

  it('on another link is left alone', () => {
    expect(click(element('a[href="/list"]')).defaultPrevented).toBe(false);
    expect(call).not.toHaveBeenCalled();
  });

  it('on a link that nobody can see calls nobody', () => {
    Object.assign(element('i'), { checkVisibility: () => false });
    click(element('i'));
    expect(call).not.toHaveBeenCalled();
  });

  it.each(['i', 'a', 'main', 'body'])('that the page handles itself at %s is left to it', (at) => {
    element(at).addEventListener('click', (event) => event.preventDefault(), stop);
    click(element('i'));
    expect(call).not.toHaveBeenCalled();
  });

  it.each(['i', 'a', 'main'])('that the page only stops at %s calls all the same', (at) => {
    element(at).addEventListener('click', (event) => event.stopPropagation(), stop);
    expect(click(element('i')).defaultPrevented).toBe(true);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('that the page both handles and stops is left to it', () => {
    element('a').addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
    });
    click(element('i'));
    expect(call).not.toHaveBeenCalled();
  });

  it('after everything has stopped does what it did before', () => {
    stop.abort();
    expect(click(element('a')).defaultPrevented).toBe(false);
    expect(call).not.toHaveBeenCalled();
  });

  it('leaves no listener behind for the next one', () => {
    click(element('a'));
    vi.runAllTimers();
    click(element('a'));
    expect(call).toHaveBeenCalledTimes(2);
  });
});

function append(parent: ParentNode, child: Element, href: string): Element {
  child.setAttribute('href', href);
  parent.append(child);
  return child;
}

function svgLink(): Element {
  const SVG = 'http://www.w3.org/2000/svg';
  const link = document.createElementNS(SVG, 'a');
  link.setAttributeNS('http://www.w3.org/1999/xlink', 'href', TEL);
  element('main').append(link);
  const circle = document.createElementNS(SVG, 'circle');
  link.append(circle);
  return circle;
}

const area = () => append(element('main'), document.createElement('area'), TEL);

function shadowLink(): Element {
  const host = element('main').appendChild(document.createElement('section'));
  const shadow = host.attachShadow({ mode: 'open' });
  return append(shadow, document.createElement('a'), TEL);
}

it('is the innermost of links that stand in one another', () => {
  const path = [element('i'), element('a'), element('main')];
  expect(linkOn(path)?.anchor).toBe(element('a'));
  expect(linkOn([element('main')])).toBeNull();
});
