import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onAlertTest } from '@/lib/platform/alert-test';
import { notificationsAllowed, startTestRing } from '@/lib/platform/alert-test-page';
import { browser } from '@/lib/platform/browser';
import { createEvent, stubEvent } from '../../support/browser-event';

/** What the stand-in browser lacks. */
const api = browser as unknown as Record<string, unknown>;
const OPTIONS = fakeBrowser.runtime.getURL('/options.html');
const DESK = fakeBrowser.runtime.getURL('/window.html');
const settled = () => new Promise((resolve) => setImmediate(resolve));

function createPort(name = 'alert-test', url: string | undefined = OPTIONS) {
  return {
    name,
    sender: { url },
    onMessage: createEvent<[unknown]>(),
    onDisconnect: createEvent<[]>(),
    postMessage: vi.fn(),
    disconnect: vi.fn(),
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

function connect(port: ReturnType<typeof createPort>) {
  const listeners = stubEvent(browser.runtime.onConnect);
  const [start, end] = [vi.fn(), vi.fn()];
  onAlertTest(start, end);
  for (const listener of listeners) listener(port as never);
  return { start, end };
}

it('a page of ours has a test ring until it lets go', async () => {
  const port = createPort();
  const { start, end } = connect(port);
  await port.onMessage.fire({ rungs: ['tone', 'repeat'] });
  expect(start).toHaveBeenCalledExactlyOnceWith(['tone', 'repeat'], expect.any(Function));
  expect(end).not.toHaveBeenCalled();
  await port.onDisconnect.fire();
  expect(end).toHaveBeenCalledTimes(1);
});

it('the page is told when the test is over before its time', async () => {
  const port = createPort();
  const { start } = connect(port);
  await port.onMessage.fire({ rungs: [] });
  start.mock.calls[0]?.[1]();
  expect(port.disconnect).toHaveBeenCalledTimes(1);
});

it.each([[null], [{}], [{ rungs: ['siren'] }], [{ rungs: 'tone' }]])(
  'the message %j has nothing ring',
  async (message) => {
    const port = createPort();
    const { start } = connect(port);
    await port.onMessage.fire(message);
    expect(start).not.toHaveBeenCalled();
  },
);

it.each([
  ['of a page of others', createPort('alert-test', 'https://crm.example/')],
  ['that does not say where it is from', createPort('alert-test', '')],
  ['for something else', createPort('card')],
])('a connection %s has nothing ring', async (_what, port) => {
  const { start } = connect(port);
  await port.onMessage.fire({ rungs: ['tone'] });
  expect(start).not.toHaveBeenCalled();
});

function ringFromPage(tabs: { id: number; url: string }[]) {
  const port = createPort();
  vi.spyOn(fakeBrowser.runtime, 'connect').mockReturnValue(port as never);
  const [onClicked, onButtonClicked] = [createEvent<[string]>(), createEvent<[string]>()];
  const dropped = { removeListener: () => {} };
  api.notifications = {
    onClicked: { ...onClicked, ...dropped },
    onButtonClicked: { ...onButtonClicked, ...dropped },
  };
  const popup = { close: vi.fn() };
  api.extension = { getViews: () => [popup] };
  const remove = vi.spyOn(fakeBrowser.tabs, 'remove').mockResolvedValue();
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [...tabs] as never);
  const [noticed, stopped] = [vi.fn(), vi.fn()];
  const stop = startTestRing(['notification'], noticed, stopped);
  return { port, onClicked, onButtonClicked, popup, remove, noticed, stopped, stop };
}

it('the page says what is to ring, and hears of a press on its notification', async () => {
  const { port, onClicked, onButtonClicked, noticed } = ringFromPage([]);
  expect(port.postMessage).toHaveBeenCalledExactlyOnceWith({ rungs: ['notification'] });
  await onClicked.fire('ring:activities_1.1');
  expect(noticed).not.toHaveBeenCalled();
  await onClicked.fire('ring:test-1');
  await onButtonClicked.fire('ring:test-1');
  expect(noticed).toHaveBeenCalledTimes(2);
});

it('the page hears that the background has ended it', async () => {
  const { port, stopped } = ringFromPage([]);
  await port.onDisconnect.fire();
  expect(stopped).toHaveBeenCalledTimes(1);
});

it('a desk that the test has opened is closed with it', async () => {
  const tabs = [{ id: 1, url: OPTIONS }];
  const { port, popup, remove, stop } = ringFromPage(tabs);
  await settled();
  tabs.push({ id: 2, url: DESK });
  stop();
  await settled();
  expect(port.disconnect).toHaveBeenCalledTimes(1);
  expect(popup.close).toHaveBeenCalledTimes(1);
  expect(remove).toHaveBeenCalledExactlyOnceWith([2]);
});

it('a desk that was open before stays', async () => {
  const { remove, stop } = ringFromPage([{ id: 2, url: DESK }]);
  stop();
  await settled();
  expect(remove).toHaveBeenCalledExactlyOnceWith([]);
});

it.each([
  ['granted', true],
  ['denied', false],
])('notifications are %s: %s', async (level, allowed) => {
  api.notifications = { getPermissionLevel: async () => level };
  expect(await notificationsAllowed()).toBe(allowed);
});

it('a browser that does not say whether it shows notifications is taken to show them', async () => {
  api.notifications = {};
  expect(await notificationsAllowed()).toBe(true);
});
