import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { hostPermission, onPermissionsChanged } from '@/lib/platform/permissions';
import { stubEvent } from '../../support/browser-event';

const ORIGIN = 'https://plynarna.example:8443';
const turns = () => new Promise((resolve) => setImmediate(resolve));

let given = false;
let added: ReturnType<typeof stubEvent<(permissions: object) => void>>;
let removed: typeof added;

beforeEach(() => {
  given = false;
  added = stubEvent(fakeBrowser.permissions.onAdded);
  removed = stubEvent(fakeBrowser.permissions.onRemoved);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => given);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const tellAdded = () => {
  for (const listener of [...added]) listener({});
};

it('asks about the host alone, without the port, which match patterns do not have', async () => {
  await hostPermission.has(ORIGIN);
  expect(fakeBrowser.permissions.contains).toHaveBeenCalledWith({
    origins: ['https://plynarna.example/*'],
  });
});

describe('waiting for a host', () => {
  it('ends at once when it is already given', async () => {
    given = true;
    expect(await hostPermission.granted(ORIGIN, new AbortController().signal)).toBe(true);
  });

  it('ends when it is given', async () => {
    const waiting = hostPermission.granted(ORIGIN, new AbortController().signal);
    await turns();
    given = true;
    tellAdded();
    expect(await waiting).toBe(true);
  });

  it('goes on when some other permission is given', async () => {
    const abort = new AbortController();
    const settled = vi.fn();
    void hostPermission.granted(ORIGIN, abort.signal).then(settled);
    tellAdded();
    await turns();
    expect(settled).not.toHaveBeenCalled();
    abort.abort();
    await turns();
    expect(settled).toHaveBeenCalledWith(false);
  });

  it('ends with no when it is given up', async () => {
    const abort = new AbortController();
    const waiting = hostPermission.granted(ORIGIN, abort.signal);
    abort.abort();
    expect(await waiting).toBe(false);
  });

  it('ends with no when it was given up before it began', async () => {
    expect(await hostPermission.granted(ORIGIN, AbortSignal.abort())).toBe(false);
  });

  it('leaves no listener behind', async () => {
    const abort = new AbortController();
    const waiting = hostPermission.granted(ORIGIN, abort.signal);
    expect(added.size).toBe(1);
    abort.abort();
    await waiting;
    expect(added.size).toBe(0);
  });
});

it('tells of permissions that are given and of those that are taken away', () => {
  const changed = vi.fn();
  onPermissionsChanged(changed);
  tellAdded();
  for (const listener of [...removed]) listener({});
  expect(changed).toHaveBeenCalledTimes(2);
});
