import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import {
  computerState,
  disallowComputer,
  mayAskComputer,
  onComputerState,
  requestComputer,
  setIdleAfter,
} from '@/lib/platform/idle';
import { createEvent } from '../../support/browser-event';

const onAdded = createEvent<[]>();
const onStateChanged = createEvent<[string]>();
const queryState = vi.fn(async (_seconds: number): Promise<string> => 'idle');
const setDetectionInterval = vi.fn();
const permissions = {
  onAdded,
  contains: vi.fn(async () => true),
  request: vi.fn(async () => true),
  remove: vi.fn(async () => true),
};
const idle = { queryState, setDetectionInterval, onStateChanged };
const allow = (api: typeof idle | undefined) => Object.assign(fakeBrowser, { idle: api });

beforeEach(() => {
  Object.assign(fakeBrowser, { permissions });
  allow(idle);
});
afterEach(() => vi.clearAllMocks());

describe('the computer', () => {
  it('is asked with the time after which nobody is there, 15 s at least', async () => {
    expect(await computerState(600_000)).toBe('idle');
    await computerState(1_000);
    expect(queryState.mock.calls).toEqual([[600], [15]]);
  });

  it.each(['active', 'idle', 'locked'])('may be %s', async (state) => {
    queryState.mockResolvedValueOnce(state);
    expect(await computerState(60_000)).toBe(state);
  });

  it('tells nothing when it may not be asked, fails, or says what nobody knows', async () => {
    queryState.mockRejectedValueOnce(new Error('no'));
    expect(await computerState(60_000)).toBeNull();
    queryState.mockResolvedValueOnce('asleep');
    expect(await computerState(60_000)).toBeNull();
    allow(undefined);
    expect(await computerState(60_000)).toBeNull();
    expect(() => setIdleAfter(60_000)).not.toThrow();
  });

  it('is told after how long to say so', () => {
    setIdleAfter(300_000);
    expect(setDetectionInterval).toHaveBeenCalledWith(300);
  });
});

describe('the permission to ask it', () => {
  it('is asked for, looked at and given back by its name', async () => {
    expect(await requestComputer()).toBe(true);
    expect(await mayAskComputer()).toBe(true);
    await disallowComputer();
    for (const method of [permissions.request, permissions.contains, permissions.remove]) {
      expect(method).toHaveBeenCalledWith({ permissions: ['idle'] });
    }
  });

  it('that is there at the start has changes heard, once', async () => {
    const changed = vi.fn();
    onComputerState(changed);
    await onAdded.fire();
    changed.mockClear();
    await onStateChanged.fire('locked');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('that comes later is a change, and has changes heard from then on', async () => {
    allow(undefined);
    const changed = vi.fn();
    onComputerState(changed);
    await onAdded.fire();
    expect(changed).not.toHaveBeenCalled();
    allow(idle);
    await onAdded.fire();
    expect(changed).toHaveBeenCalledTimes(1);
    changed.mockClear();
    await onStateChanged.fire('idle');
    expect(changed).toHaveBeenCalled();
  });
});
