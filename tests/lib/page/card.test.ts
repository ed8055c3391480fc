// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import en from '@/lib/i18n/locales/page.en.json';
import { createTranslate } from '@/lib/i18n/translate';
import { type CallOutcome, createCard } from '@/lib/page/card';

const NUMBER = '+420777123456';
const BESIDE = new DOMRect(10, 10, 80, 16);

/** happy-dom has no popovers; opening one changes nothing that is tested here. */
beforeEach(() => {
  Object.assign(HTMLElement.prototype, { showPopover: () => {}, hidePopover: () => {} });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const host of document.querySelectorAll('agent-widget-card')) host.remove();
});

function setup(outcome: () => Promise<CallOutcome> = async () => ({ ok: true })) {
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const call = vi.fn(outcome);
  const card = createCard(document, createTranslate('en', en), call);
  const shadow = attach.mock.results[0]?.value as ShadowRoot;
  const mode = attach.mock.calls[0]?.[0].mode;
  const button = shadow.querySelector('button') as HTMLButtonElement;
  const words = shadow.querySelector('p') as HTMLParagraphElement;
  const click = (isTrusted: boolean) => {
    const event = new MouseEvent('click');
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    button.dispatchEvent(event);
    return vi.advanceTimersByTimeAsync(0);
  };
  return { card, call, button, words, mode, click };
}

const hosts = () => document.querySelectorAll('agent-widget-card').length;

it('offers to call the number as it will be dialled', () => {
  const { card, button, mode } = setup();
  card.open(NUMBER, BESIDE);
  expect(button.textContent).toBe('Call +420777123456');
  expect(mode).toBe('closed');
});

it('is one element outside the body while it is open and none before and after', () => {
  const { card } = setup();
  expect(hosts()).toBe(0);
  card.open(NUMBER, BESIDE);
  card.open('+420602345678', BESIDE);
  expect(hosts()).toBe(1);
  expect(document.body.querySelector('agent-widget-card')).toBeNull();
  card.close();
  expect(hosts()).toBe(0);
});

it('calls for a click of a person and says that the device will ring', async () => {
  const { card, call, click, words } = setup();
  card.open(NUMBER, BESIDE);
  await click(true);
  expect(call).toHaveBeenCalledExactlyOnceWith(NUMBER);
  expect(words.textContent).toBe(en['card.created']);
  expect(words.getAttribute('role')).toBe('status');
});

it('does not call for a click that a page has made up', async () => {
  const { card, call, click } = setup();
  card.open(NUMBER, BESIDE);
  await click(false);
  expect(call).not.toHaveBeenCalled();
});

it('calls once however often it is clicked meanwhile', async () => {
  const { card, call, click, button } = setup(() => new Promise(() => {}));
  card.open(NUMBER, BESIDE);
  await click(true);
  await click(true);
  expect(call).toHaveBeenCalledTimes(1);
  expect(button.disabled).toBe(true);
});

it('says why a call was refused and can be clicked again', async () => {
  const { card, click, words, button } = setup(async () => ({ ok: false, text: 'No queue' }));
  card.open(NUMBER, BESIDE);
  await click(true);
  expect(words.textContent).toBe('No queue');
  expect(words.getAttribute('role')).toBe('alert');
  expect(button.disabled).toBe(false);
});

it('leaves by itself when the success has been read', async () => {
  const { card, click } = setup();
  card.open(NUMBER, BESIDE);
  await click(true);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(hosts()).toBe(0);
});

it('shows nothing of the last number when it opens for another', async () => {
  const { card, click, words, button } = setup(async () => ({ ok: false, text: 'No queue' }));
  card.open(NUMBER, BESIDE);
  await click(true);
  card.open('+420602345678', BESIDE);
  expect(words.textContent).toBe('');
  expect(button.textContent).toBe('Call +420602345678');
});
