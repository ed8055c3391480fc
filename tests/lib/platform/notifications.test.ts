import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Note } from '@/lib/agent/alerts';
import { ENGLISH } from '@/lib/i18n/english';
import { alertRecord } from '@/lib/platform/alert-record';
import { createNotes, onNotes } from '@/lib/platform/notifications';
import { createAlertKeeper } from '@/lib/session/alert-keeper';
import { DEFAULT_ALERTS } from '@/lib/settings/alerts';
import { stubEvent } from '../../support/browser-event';
import { anActivity, aState, NOW_MS } from '../../support/builders';

const note: Note = {
  id: 'ring:a',
  title: 'Jana',
  message: 'Incoming call',
  buttons: ['Accept', 'Reject'],
  stays: true,
  silent: true,
};
const PLAIN_KEYS = ['type', 'iconUrl', 'title', 'message'];
const FULL = {
  type: 'basic',
  title: 'Jana',
  message: 'Incoming call',
  buttons: [{ title: 'Accept' }, { title: 'Reject' }],
  requireInteraction: true,
  silent: true,
  priority: 2,
};

type Options = Record<string, unknown>;

/** What notifications the browser shows, as Firefox or as Chrome lets them be made. */
function watchNotifications(browser: 'chrome' | 'firefox') {
  const shown = new Map<string, Options>();
  const made: string[] = [];
  const { notifications } = fakeBrowser;
  vi.spyOn(notifications, 'create').mockImplementation((async (id: string, options: Options) => {
    const unknown = Object.keys(options).find((key) => !PLAIN_KEYS.includes(key));
    if (browser === 'firefox' && unknown) throw new Error(`Unexpected property "${unknown}"`);
    shown.set(id, options);
    made.push(id);
    return id;
  }) as never);
  vi.spyOn(notifications, 'clear').mockImplementation(async (id) => shown.delete(id));
  vi.spyOn(notifications, 'getAll').mockImplementation(
    async () => Object.fromEntries(shown) as never,
  );
  return { shown, made };
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a notification', () => {
  it('in Chrome has buttons, stays and is silent', async () => {
    const { shown } = watchNotifications('chrome');
    await createNotes().show(note);
    expect(shown.get('ring:a')).toMatchObject(FULL);
  });

  it('in Chrome brings its icon along, which is read once', async () => {
    const { shown } = watchNotifications('chrome');
    const read = vi.fn(async () => new Response(new Uint8Array([1, 2, 3])));
    vi.stubGlobal('fetch', read);
    const notes = createNotes();
    await notes.show(note);
    await notes.show({ ...note, id: 'ring:b' });
    const iconUrl = 'data:image/png;base64,AQID';
    expect([...shown.values()]).toMatchObject([{ iconUrl }, { iconUrl }]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('in Firefox, which refuses all that, is a plain one', async () => {
    const { shown } = watchNotifications('firefox');
    await createNotes().show(note);
    expect(Object.keys(shown.get('ring:a') ?? {})).toEqual(PLAIN_KEYS);
    expect(shown.get('ring:a')).toMatchObject({ title: 'Jana', message: 'Incoming call' });
  });

  it('whose icon cannot be read is shown all the same, and reads it the next time', async () => {
    const { shown } = watchNotifications('chrome');
    const read = vi.fn().mockRejectedValue(new TypeError('Failed to fetch'));
    vi.stubGlobal('fetch', read);
    const notes = createNotes();
    await notes.show(note);
    await notes.show(note);
    expect(shown.get('ring:a')?.iconUrl).toMatch(/icons\/64\.png$/);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('that even so cannot be shown is told to whoever wanted it', async () => {
    vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('No.'));
    await expect(createNotes().show(note)).rejects.toThrow('No.');
  });
});

describe('what the agent does with a notification', () => {
  function listen(browser: 'chrome' | 'firefox') {
    const { notifications } = fakeBrowser;
    Object.assign(notifications, { update: browser === 'chrome' ? () => {} : undefined });
    const { shown } = watchNotifications(browser);
    const clicks = stubEvent(notifications.onClicked);
    const presses = stubEvent(notifications.onButtonClicked);
    const closings = stubEvent(notifications.onClosed);
    const listener = { clicked: vi.fn(), pressed: vi.fn(), putAway: vi.fn() };
    onNotes(listener);
    const close = (id: string, byUser: boolean) => {
      for (const closed of closings) closed(id, byUser);
    };
    return { shown, clicks, presses, close, listener };
  }

  it('is told and takes it from the screen when it is a click', async () => {
    const { shown, clicks, listener } = listen('chrome');
    await createNotes().show(note);
    for (const click of clicks) click('ring:a');
    expect(listener.clicked).toHaveBeenCalledWith('ring:a');
    expect(shown.size).toBe(0);
  });

  it('is told with the place of the button that was pressed', async () => {
    const { shown, presses, listener } = listen('chrome');
    await createNotes().show(note);
    for (const press of presses) press('ring:a', 1);
    expect(listener.pressed).toHaveBeenCalledWith('ring:a', 1);
    expect(shown.size).toBe(0);
  });

  it('is told in Chrome when it was put away, and not when it went away by itself', () => {
    const { close, listener } = listen('chrome');
    close('ring:a', false);
    expect(listener.putAway).not.toHaveBeenCalled();
    close('ring:a', true);
    expect(listener.putAway).toHaveBeenCalledWith('ring:a');
  });

  it('is not believed of Firefox, which says of each that the agent has put it away', () => {
    const { close, listener } = listen('firefox');
    close('ring:a', true);
    expect(listener.putAway).not.toHaveBeenCalled();
  });
});

describe('the notifications of one worker after the other', () => {
  const ringing = aState({ activities: [anActivity({ name: 'a' })] });

  const startWorker = () =>
    createAlertKeeper({
      clock: { now: () => NOW_MS, setTimeout: () => null, clearTimeout: () => {} },
      store: alertRecord,
      context: async () => ({ settings: DEFAULT_ALERTS, words: ENGLISH }),
      notes: createNotes(),
      ringer: { play: async () => {}, stop: async () => {} },
      openDesk: async () => {},
    });

  it.each(['chrome', 'firefox'] as const)(
    'are shown once and are gone when the call is, in %s',
    async (browser) => {
      const { shown, made } = watchNotifications(browser);
      await startWorker().show(ringing);
      await startWorker().show(ringing);
      expect(made).toEqual(['ring:a']);
      await startWorker().show(aState());
      expect(shown.size).toBe(0);
    },
  );

  it('are not shown a second time when the first worker could note nothing of them', async () => {
    const { made } = watchNotifications('chrome');
    await startWorker().show(ringing);
    await fakeBrowser.storage.session.clear();
    await startWorker().show(ringing);
    expect(made).toEqual(['ring:a']);
  });
});
