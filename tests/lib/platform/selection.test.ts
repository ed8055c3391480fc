// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onCallSelection } from '@/lib/platform/selection';
import { createEvent } from '../../support/browser-event';

type Frame = { result?: unknown };
type Injection = { target: unknown; func: () => { text: string; hasFocus: boolean } };

function aBrowser(frames: (injection: Injection) => Frame[]) {
  const onCommand = createEvent<[string, { id?: number }?]>();
  const executeScript = vi.fn(async (injection: Injection) => frames(injection));
  Object.assign(fakeBrowser, { commands: { onCommand }, scripting: { executeScript } });
  const called: (string | null)[] = [];
  onCallSelection((selection) => called.push(selection));
  return { press: onCommand.fire, executeScript, called };
}

const inFrames =
  (...results: unknown[]) =>
  () =>
    results.map((result) => ({ result }));

beforeEach(() => {
  fakeBrowser.reset();
});
afterEach(() => {
  document.body.innerHTML = '';
  getSelection()?.removeAllRanges();
  vi.restoreAllMocks();
});

describe('the key to call the selection', () => {
  it('reads all frames of the tab in front', async () => {
    const { press, executeScript, called } = aBrowser(inFrames({ text: '777', hasFocus: true }));
    await press('call-selection', { id: 5 });
    expect(executeScript.mock.calls[0]?.[0].target).toEqual({ tabId: 5, allFrames: true });
    expect(called).toEqual(['777']);
  });

  it('takes what is selected where the agent is, before what is left selected elsewhere', async () => {
    const frames = inFrames({ text: '111', hasFocus: false }, null, {
      text: '777',
      hasFocus: true,
    });
    const { press, called } = aBrowser(frames);
    await press('call-selection', { id: 5 });
    expect(called).toEqual(['777']);
  });

  it('takes what is selected in another frame when there is nothing where the agent is', async () => {
    const frames = inFrames({ text: ' ', hasFocus: true }, { text: '777', hasFocus: false });
    const { press, called } = aBrowser(frames);
    await press('call-selection', { id: 5 });
    expect(called).toEqual(['777']);
  });

  it('says that nothing is selected', async () => {
    const { press, called } = aBrowser(inFrames({ text: '', hasFocus: true }));
    await press('call-selection', { id: 5 });
    expect(called).toEqual(['']);
  });

  it('says that the page may not be read', async () => {
    const { press, called } = aBrowser(() => {
      throw new Error('Cannot access a chrome:// URL');
    });
    await press('call-selection', { id: 5 });
    expect(called).toEqual([null]);
  });

  it('is no other key', async () => {
    const { press, executeScript } = aBrowser(inFrames());
    await press('next-number', { id: 5 });
    await press('call-selection');
    expect(executeScript).not.toHaveBeenCalled();
  });
});

describe('what is selected in a page', () => {
  async function selectedIn(html: string, select: () => void): Promise<string | null | undefined> {
    document.body.innerHTML = html;
    select();
    const { press, called } = aBrowser(({ func }) => [{ result: func() }]);
    await press('call-selection', { id: 5 });
    return called[0];
  }
  const field = (selector: string) => document.querySelector<HTMLInputElement>(selector);

  function selectIn(selector: string, from: number, to: number): void {
    field(selector)?.focus();
    field(selector)?.setSelectionRange(from, to);
  }

  it('is its selected text', async () => {
    const text = await selectedIn('<p>Call 777 123 456</p>', () => {
      const line = document.querySelector('p');
      if (line) getSelection()?.selectAllChildren(line);
    });
    expect(text).toBe('Call 777 123 456');
  });

  it('is the selected part of a field', async () => {
    const html = '<input value="Call 777 now">';
    expect(await selectedIn(html, () => selectIn('input', 5, 8))).toBe('777');
  });

  it('is never a password', async () => {
    const html = '<input type="password" value="777123456">';
    expect(await selectedIn(html, () => selectIn('input', 0, 9))).toBe('');
  });
});
