import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { showBadge } from '@/lib/platform/badge';
import { createLifetime, onRevived } from '@/lib/platform/lifetime';
import { onMessage, send } from '@/lib/platform/messages';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('badge', () => {
  it('shows text, colours and title', async () => {
    const textColor = vi.spyOn(fakeBrowser.action, 'setBadgeTextColor');
    await showBadge({ text: '2', color: '#c2123f', title: '2 calls' });
    expect(await fakeBrowser.action.getBadgeText({})).toBe('2');
    expect(await fakeBrowser.action.getTitle({})).toBe('2 calls');
    expect(await fakeBrowser.action.getBadgeBackgroundColor({})).toEqual([194, 18, 63, 255]);
    expect(textColor).toHaveBeenCalledWith({ color: '#ffffff' });
  });
});

describe('lifetime', () => {
  function watch() {
    const ticks = vi
      .spyOn(fakeBrowser.runtime, 'getPlatformInfo')
      .mockResolvedValue({ os: 'linux', arch: 'x86-64' });
    return { ticks, lifetime: createLifetime() };
  }

  it('calls the browser often enough not to be idle for 30 s', () => {
    const { ticks, lifetime } = watch();
    lifetime.stayAlive();
    vi.advanceTimersByTime(29_000);
    expect(ticks).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(11_000);
    expect(ticks).toHaveBeenCalledTimes(2);
  });

  it('sets an alarm of half a minute that revives it', async () => {
    const { lifetime } = watch();
    lifetime.stayAlive();
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([
      { name: 'revive', periodInMinutes: 0.5 },
    ]);
  });

  it('told to stay alive again and again ticks once', () => {
    const { ticks, lifetime } = watch();
    const alarms = vi.spyOn(fakeBrowser.alarms, 'create');
    for (let state = 0; state < 50; state += 1) lifetime.stayAlive();
    vi.advanceTimersByTime(20_000);
    expect(ticks).toHaveBeenCalledTimes(1);
    expect(alarms).toHaveBeenCalledTimes(1);
  });

  it('may sleep without tick and alarm', async () => {
    const { ticks, lifetime } = watch();
    lifetime.stayAlive();
    lifetime.letSleep();
    vi.advanceTimersByTime(600_000);
    expect(ticks).not.toHaveBeenCalled();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('after a sleep stays alive again', () => {
    const { ticks, lifetime } = watch();
    lifetime.stayAlive();
    lifetime.letSleep();
    lifetime.stayAlive();
    vi.advanceTimersByTime(20_000);
    expect(ticks).toHaveBeenCalledTimes(1);
  });

  it('of a signed-out agent clears an alarm that an earlier life has set', async () => {
    await fakeBrowser.alarms.create('revive', { periodInMinutes: 0.5 });
    watch().lifetime.letSleep();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('revives by its alarm and by no other', async () => {
    const revive = vi.fn();
    onRevived(revive);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 0 });
    expect(revive).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'revive', scheduledTime: 0 });
    expect(revive).toHaveBeenCalledTimes(1);
  });

  it('revives when the browser starts, without which Firefox would never start it again', async () => {
    const revive = vi.fn();
    onRevived(revive);
    await fakeBrowser.runtime.onStartup.trigger();
    expect(revive).toHaveBeenCalledTimes(1);
  });
});

describe('messages', () => {
  const ours = fakeBrowser.runtime.id;
  const popup = fakeBrowser.runtime.getURL('/popup.html');

  it.each([
    ['the popup', { id: ours, url: popup }, 'extension'],
    ['an own page in a tab', { id: ours, url: `${popup}#settings` }, 'extension'],
    ['a content script', { id: ours, url: 'https://crm.example/' }, 'page'],
    ['a content script that names our address', { id: ours, url: `https://x/?${popup}` }, 'page'],
    ['a sender without an address', { id: ours }, 'page'],
  ])('of %s are answered as such', async (_name, sender, role) => {
    const answer = vi.fn(async () => 'answer');
    onMessage(answer);
    const replies = await fakeBrowser.runtime.onMessage.trigger({ type: 'x' }, sender);
    expect(replies).toEqual(['answer']);
    expect(answer.mock.calls.map((call: unknown[]) => call.slice(0, 2))).toEqual([
      [{ type: 'x' }, role],
    ]);
  });

  it('of a content script come with the address of its frame and of its tab', async () => {
    const answer = vi.fn(async () => 'answer');
    onMessage(answer);
    const [url, tabUrl] = ['https://crm.example/frame', 'https://portal.example/'];
    const sender = { id: ours, url, tab: { url: tabUrl } };
    await fakeBrowser.runtime.onMessage.trigger({ type: 'x' }, sender as never);
    expect(answer).toHaveBeenCalledWith({ type: 'x' }, 'page', { url, tabUrl });
  });

  it('of a page of our own, or of one whose address is not told, come without any', async () => {
    const answer = vi.fn(async () => 'answer');
    onMessage(answer);
    await fakeBrowser.runtime.onMessage.trigger({ type: 'x' }, { id: ours, url: popup });
    await fakeBrowser.runtime.onMessage.trigger({ type: 'x' }, { id: ours });
    expect(answer.mock.calls.map((call: unknown[]) => call[2])).toEqual([null, null]);
  });

  it.each([
    ['another extension', { id: 'another', url: popup }],
    ['nobody', {}],
  ])('of %s are not even looked at', async (_name, sender) => {
    const answer = vi.fn(async () => 'answer');
    onMessage(answer);
    expect(await fakeBrowser.runtime.onMessage.trigger({ type: 'x' }, sender)).toEqual([undefined]);
    expect(answer).not.toHaveBeenCalled();
  });

  it('that nobody answers come back as a failure and not as an exception', async () => {
    expect(await send({ type: 'session.hurry' })).toEqual({
      ok: false,
      error: { kind: 'internal', messages: [] },
    });
  });
});
