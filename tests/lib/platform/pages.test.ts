import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { browser, type Runtime } from '@/lib/platform/browser';
import { onStepCommands } from '@/lib/platform/commands';
import { onCardWanted } from '@/lib/platform/page-card';
import { createPageDials } from '@/lib/platform/page-dials';
import { anOpenCall, aState, NOW_MS } from '../../support/builders';

const ours = fakeBrowser.runtime.id;
const PAGE = {
  id: ours,
  url: 'https://crm.example/',
  tab: { id: 7 },
  frameId: 3,
} as Runtime.MessageSender;
const DIAL = { type: 'dial', id: 'a', text: '777 123 456' };
const TALKING = aState({
  activities: [anOpenCall({ number: '+420777123456', direction: 'out' })],
});
const NOBODY = aState({ activities: [] });

const sent = vi.fn(async (..._message: unknown[]) => {});

beforeEach(() => {
  fakeBrowser.reset();
  sent.mockClear();
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(sent as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a page that has dialled', () => {
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('is told how far its call is, in the frame that has dialled', async () => {
    const dials = createPageDials(() => NOW_MS);
    await fakeBrowser.runtime.onMessage.trigger(DIAL, PAGE);
    await dials.follow(TALKING);
    const progress = { type: 'progress', number: '777 123 456', phase: 'talking' };
    expect(sent).toHaveBeenCalledExactlyOnceWith(7, progress, { frameId: 3 });
  });

  it('is told by the next life of the background as well', async () => {
    await Promise.resolve(createPageDials(() => NOW_MS));
    await fakeBrowser.runtime.onMessage.trigger(DIAL, PAGE);
    await settled();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    const next = createPageDials(() => NOW_MS);
    await next.follow(TALKING);
    await next.follow(NOBODY);
    expect(sent.mock.calls.map(([, message]) => message)).toMatchObject([
      { phase: 'talking' },
      { phase: 'ended' },
    ]);
  });

  it('holds up nothing when it is gone', async () => {
    const dials = createPageDials(() => NOW_MS);
    sent.mockRejectedValueOnce(new Error('Could not establish connection'));
    await fakeBrowser.runtime.onMessage.trigger(DIAL, PAGE);
    await dials.follow(TALKING);
    await dials.follow(NOBODY);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['another message', { ...DIAL, type: 'plan' }, PAGE],
    ['a dial of our own pages, which are in no tab', DIAL, { id: ours }],
    ['a message of another extension', DIAL, { ...PAGE, id: 'another' }],
  ])('is not who has sent %s', async (_what, message, sender) => {
    const dials = createPageDials(() => NOW_MS);
    await fakeBrowser.runtime.onMessage.trigger(message, sender);
    await dials.follow(TALKING);
    expect(sent).not.toHaveBeenCalled();
  });
});

/** What the stand-in browser lacks. */
const api = browser as unknown as Record<string, unknown>;

describe('the keys for the next and the previous number', () => {
  function press(command: string): Promise<void> {
    const heard: ((command: string) => Promise<void>)[] = [];
    const addListener = (listener: (command: string) => Promise<void>) => heard.push(listener);
    api.commands = { onCommand: { addListener } };
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
    onStepCommands();
    return heard[0]?.(command) ?? Promise.reject(new Error('nobody listens'));
  }

  it.each([
    ['step-next', 1],
    ['step-previous', -1],
  ])('%s goes to the page in front', async (command, direction) => {
    await press(command);
    expect(sent).toHaveBeenCalledExactlyOnceWith(7, { type: 'step', direction });
  });

  it('are no other keys of ours', async () => {
    await press('call-selection');
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('the card’s script', () => {
  const executed = vi.fn(async (_what: unknown) => {});

  async function connect(name: string, sender: object) {
    const heard: ((port: unknown) => void)[] = [];
    vi.spyOn(browser.runtime.onConnect, 'addListener').mockImplementation((listener) => {
      heard.push(listener as (port: unknown) => void);
    });
    api.scripting = { executeScript: executed };
    executed.mockClear();
    onCardWanted();
    const disconnect = vi.fn();
    heard[0]?.({ name, sender, disconnect });
    await new Promise((resolve) => setImmediate(resolve));
    return disconnect;
  }

  it('is put into the frame that asks for it', async () => {
    const disconnect = await connect('card', PAGE);
    expect(executed).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 7, frameIds: [3] },
      files: ['/card.js'],
    });
    expect(disconnect).toHaveBeenCalledTimes(1);
  });

  it('lets the page ask again when it could not be put in', async () => {
    executed.mockRejectedValueOnce(new Error('Frame with ID 3 was removed.'));
    expect(await connect('card', PAGE)).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['numbers', PAGE],
    ['card', { ...PAGE, id: 'another' }],
    ['card', { id: ours }],
  ])('is not for the connection %j of %o', async (name, sender) => {
    await connect(name, sender);
    expect(executed).not.toHaveBeenCalled();
  });
});
