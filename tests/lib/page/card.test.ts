// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import en from '@/lib/i18n/locales/page.en.json';
import { createTranslate } from '@/lib/i18n/translate';
import { type CallOutcome, createCard } from '@/lib/page/card';
import { createDeferred } from '../../support/deferred';

const NUMBER = '+420777123456';
const OTHER = '+420602345678';
const BESIDE = new DOMRect(10, 10, 80, 16);
const OK: CallOutcome = { ok: true };

/** happy-dom has no popovers; as a browser, these refuse to be shown twice or out of the page. */
const shown = new WeakSet<HTMLElement>();
const showPopover = vi.fn(function (this: HTMLElement) {
  if (shown.has(this) || !this.isConnected) throw new Error('InvalidStateError');
  shown.add(this);
});
const hidePopover = vi.fn(function (this: HTMLElement) {
  shown.delete(this);
});

beforeEach(() => {
  Object.assign(HTMLElement.prototype, { showPopover, hidePopover });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  showPopover.mockClear();
  hidePopover.mockClear();
  for (const host of document.querySelectorAll('agent-widget-card')) host.remove();
});

function setup(outcome: (number: string) => Promise<CallOutcome> = async () => OK) {
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const call = vi.fn(outcome);
  const card = createCard(document, createTranslate('en', en), call);
  const shadow = attach.mock.results[0]?.value as ShadowRoot;
  const mode = attach.mock.calls[0]?.[0].mode;
  const button = shadow.querySelector('button') as HTMLButtonElement;
  const words = shadow.querySelector('p') as HTMLParagraphElement;
  const click = (isTrusted = true) => {
    const event = new MouseEvent('click');
    // Only a browser can make a trusted event, and happy-dom none at all.
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    button.dispatchEvent(event);
    return vi.advanceTimersByTimeAsync(0);
  };
  return { card, call, button, words, mode, click };
}

const hosts = () => [...document.querySelectorAll<HTMLElement>('agent-widget-card')];
const refusal = async (): Promise<CallOutcome> => ({ ok: false, text: 'No queue' });

it('offers to call the number as it will be dialled', () => {
  const { card, button } = setup();
  card.open(NUMBER, BESIDE);
  expect(button.textContent).toBe('Call +420777123456');
  expect(button.disabled).toBe(false);
});

it('keeps what it shows in a closed shadow root, which the page cannot enter', () => {
  const { card, mode } = setup();
  card.open(NUMBER, BESIDE);
  expect(mode).toBe('closed');
  expect(hosts()[0]?.shadowRoot).toBeNull();
});

it('is in the document only while it is open, and only once', () => {
  const { card } = setup();
  expect(hosts()).toHaveLength(0);
  card.open(NUMBER, BESIDE);
  card.open(OTHER, BESIDE);
  expect(hosts()).toHaveLength(1);
  card.close();
  expect(hosts()).toHaveLength(0);
});

it('never touches the body', () => {
  document.body.innerHTML = '<p class="line">777 123 456</p>';
  const before = document.body.outerHTML;
  const { card } = setup();
  card.open(NUMBER, BESIDE);
  expect(hosts()[0]?.parentElement).toBe(document.documentElement);
  expect(document.body.outerHTML).toBe(before);
  card.close();
  expect(document.body.outerHTML).toBe(before);
});

it('leaves nothing behind when it is removed while open', () => {
  const before = document.documentElement.outerHTML;
  const { card } = setup();
  card.open(NUMBER, BESIDE);
  card.remove();
  expect(document.documentElement.outerHTML).toBe(before);
});

it('is shown once for a number however often the pointer moves on it', () => {
  const { card } = setup();
  card.open(NUMBER, BESIDE);
  card.open(NUMBER, BESIDE);
  expect(showPopover).toHaveBeenCalledTimes(1);
});

it('can be closed twice and removed after that', () => {
  const { card } = setup();
  card.open(NUMBER, BESIDE);
  card.close();
  card.close();
  card.remove();
  expect(hidePopover).toHaveBeenCalledTimes(1);
});

it('calls for a click of a person and says that the device will ring', async () => {
  const { card, call, click, words } = setup();
  card.open(NUMBER, BESIDE);
  await click();
  expect(call).toHaveBeenCalledExactlyOnceWith(NUMBER);
  expect(words.textContent).toBe(en['card.created']);
  expect(words.getAttribute('role')).toBe('status');
});

it('does not call for a click that a page has made up', async () => {
  const { card, call, click, button } = setup();
  card.open(NUMBER, BESIDE);
  await click(false);
  button.click();
  expect(call).not.toHaveBeenCalled();
});

it('does not call when it is closed', async () => {
  const { card, call, click } = setup();
  await click();
  card.open(NUMBER, BESIDE);
  card.close();
  await click();
  expect(call).not.toHaveBeenCalled();
});

it('calls once however often it is clicked meanwhile', async () => {
  const { card, call, click, button } = setup(() => new Promise(() => {}));
  card.open(NUMBER, BESIDE);
  await click();
  await click();
  expect(call).toHaveBeenCalledTimes(1);
  expect(button.disabled).toBe(true);
  expect(button.textContent).toBe('Calling +420777123456…');
});

it('still calls when it is closed and opened again before the call is answered', async () => {
  const { card, call, click, button } = setup(() => new Promise(() => {}));
  card.open(NUMBER, BESIDE);
  await click();
  card.close();
  card.open(NUMBER, BESIDE);
  await click();
  expect(call).toHaveBeenCalledTimes(1);
  expect(button.textContent).toBe('Calling +420777123456…');
});

it('says nothing of a call on the card of another number', async () => {
  const answer = createDeferred<CallOutcome>();
  const { card, click, button, words } = setup(() => answer.promise);
  card.open(NUMBER, BESIDE);
  await click();
  card.open(OTHER, BESIDE);
  answer.resolve({ ok: false, text: 'No queue' });
  await vi.advanceTimersByTimeAsync(0);
  expect(words.textContent).toBe('');
  expect(button.textContent).toBe(`Call ${OTHER}`);
  expect(button.disabled).toBe(false);
});

it('stays closed when the answer to a call comes after it was closed', async () => {
  const answer = createDeferred<CallOutcome>();
  const { card, click } = setup(() => answer.promise);
  card.open(NUMBER, BESIDE);
  await click();
  card.close();
  answer.resolve(OK);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(hosts()).toHaveLength(0);
});

it('says why a call was refused and can be clicked again', async () => {
  const { card, call, click, words, button } = setup(refusal);
  card.open(NUMBER, BESIDE);
  await click();
  expect(words.textContent).toBe('No queue');
  expect(words.getAttribute('role')).toBe('alert');
  expect(button.textContent).toBe(`Call ${NUMBER}`);
  await click();
  expect(call).toHaveBeenCalledTimes(2);
});

it('shows the words of a refusal as text, whatever they look like', async () => {
  const { card, click, words } = setup(async () => ({ ok: false, text: '<img src=x>' }));
  card.open(NUMBER, BESIDE);
  await click();
  expect(words.textContent).toBe('<img src=x>');
  expect(words.children).toHaveLength(0);
});

it('stays open with a refusal', async () => {
  const { card, click } = setup(refusal);
  card.open(NUMBER, BESIDE);
  await click();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hosts()).toHaveLength(1);
});

it('leaves by itself when the success has been read', async () => {
  const { card, click } = setup();
  card.open(NUMBER, BESIDE);
  await click();
  await vi.advanceTimersByTimeAsync(3_999);
  expect(hosts()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(hosts()).toHaveLength(0);
});

it.each([
  ['the same number', NUMBER],
  ['another number', OTHER],
])('does not leave early when it was opened again for %s after a success', async (_, number) => {
  const { card, click } = setup();
  card.open(NUMBER, BESIDE);
  await click();
  await vi.advanceTimersByTimeAsync(3_000);
  card.close();
  card.open(number, BESIDE);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(hosts()).toHaveLength(1);
});

it('shows nothing of the last number when it opens for another', async () => {
  const { card, click, words, button } = setup(refusal);
  card.open(NUMBER, BESIDE);
  await click();
  card.open(OTHER, BESIDE);
  expect(words.textContent).toBe('');
  expect(words.hasAttribute('role')).toBe(false);
  expect(button.textContent).toBe(`Call ${OTHER}`);
});

/** The window is 1000 × 600 and the card 200 × 60, for happy-dom lays nothing out. */
function layOut(): void {
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
    this: HTMLElement,
  ) {
    const left = Number.parseInt(this.style.getPropertyValue('--agent-widget-left'), 10) || 0;
    const top = Number.parseInt(this.style.getPropertyValue('--agent-widget-top'), 10) || 0;
    return new DOMRect(left, top, 200, 60);
  });
}

it.each([
  ['below the number', new DOMRect(100, 200, 80, 16), '100px', '222px'],
  ['above a number at the lower edge', new DOMRect(100, 560, 80, 16), '100px', '494px'],
  ['inside the window at the right edge', new DOMRect(950, 200, 80, 16), '792px', '222px'],
  ['inside the window at the left edge', new DOMRect(-30, 200, 80, 16), '8px', '222px'],
])('stands %s', (_where, beside, left, top) => {
  layOut();
  const { card } = setup();
  card.open(NUMBER, beside);
  const style = hosts()[0]?.style;
  expect(style?.getPropertyValue('--agent-widget-left')).toBe(left);
  expect(style?.getPropertyValue('--agent-widget-top')).toBe(top);
});

it('moves to another place of the same number without forgetting what it says', async () => {
  layOut();
  const { card, click, words } = setup(refusal);
  card.open(NUMBER, new DOMRect(100, 200, 80, 16));
  await click();
  card.open(NUMBER, new DOMRect(100, 300, 80, 16));
  expect(hosts()[0]?.style.getPropertyValue('--agent-widget-top')).toBe('322px');
  expect(words.textContent).toBe('No queue');
});

it.each([
  ['the number', 110, 205, true],
  ['the gap between number and card', 110, 219, true],
  ['the card', 290, 270, true],
  ['the place far below', 110, 400, false],
  ['the place far to the right', 400, 240, false],
  ['the place above', 110, 150, false],
])('asked whether it covers %s, says so rightly', (_where, x, y, covered) => {
  layOut();
  const { card } = setup();
  card.open(NUMBER, new DOMRect(100, 200, 80, 16));
  expect(card.covers(x, y)).toBe(covered);
});

it('covers nothing while it is closed', () => {
  layOut();
  const { card } = setup();
  expect(card.covers(0, 0)).toBe(false);
  card.open(NUMBER, BESIDE);
  card.close();
  expect(card.covers(15, 15)).toBe(false);
});
