import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onOmnibox } from '@/lib/platform/omnibox';
import { createEvent } from '../../support/browser-event';
import { createDeferred } from '../../support/deferred';

function anAddressBar() {
  const onInputChanged = createEvent<[string]>();
  const onInputEntered = createEvent<[string]>();
  const shown: string[] = [];
  const setDefaultSuggestion = ({ description }: { description: string }) =>
    void shown.push(description);
  Object.assign(fakeBrowser, { omnibox: { onInputChanged, onInputEntered, setDefaultSuggestion } });
  return { type: onInputChanged.fire, enter: onInputEntered.fire, shown };
}

beforeEach(() => {
  fakeBrowser.reset();
});

it('says what Enter will do with what is typed', async () => {
  const bar = anAddressBar();
  onOmnibox(async (typed) => `Call ${typed}`, vi.fn());
  await bar.type('777');
  expect(bar.shown).toEqual(['Call 777']);
});

it('says nothing of what was typed before when its answer comes late', async () => {
  const bar = anAddressBar();
  const slow = createDeferred<string>();
  onOmnibox((typed) => (typed === '7' ? slow.promise : Promise.resolve(`Call ${typed}`)), vi.fn());
  const first = bar.type('7');
  await bar.type('77');
  slow.resolve('Call 7');
  await first;
  expect(bar.shown).toEqual(['Call 77']);
});

it('shows words that a browser would take for markup without it', async () => {
  const bar = anAddressBar();
  onOmnibox(async () => '<b>R&D</b>', vi.fn());
  await bar.type('7');
  expect(bar.shown).toEqual(['bRD/b']);
});

it('calls on Enter', async () => {
  const bar = anAddressBar();
  const entered = vi.fn();
  onOmnibox(async () => '', entered);
  await bar.enter('777 123 456');
  expect(entered.mock.calls).toEqual([['777 123 456']]);
});
