import { expect, it, vi } from 'vitest';
import type { Logged } from '@/lib/diagnostics/log-event';
import { createEventLog, MOST_LOGGED } from '@/lib/session/event-log';
import { createTestClock } from '../../support/test-clock';

function aStore() {
  const clock = createTestClock();
  const written: (readonly Logged[])[] = [];
  const store = {
    read: vi.fn(async (): Promise<readonly Logged[]> => written.at(-1) ?? []),
    write: vi.fn(async (events: readonly Logged[]) => void written.push(events)),
  };
  return { clock, store, written, start: () => createEventLog({ clock, store }) };
}

it('writes together what happens within some seconds, and nobody waits for it', async () => {
  const { clock, store, written, start } = aStore();
  const { note } = start();
  const startMs = clock.now();
  for (let times = 0; times < 50; times += 1) {
    note({ kind: 'pollSent', complete: false });
    await clock.advance(90);
  }
  expect(store.write).not.toHaveBeenCalled();
  await clock.advance(5_000);
  expect(written).toHaveLength(1);
  expect(written[0]).toHaveLength(50);
  expect(written[0]?.[0]).toEqual({ kind: 'pollSent', complete: false, atMs: startMs });
});

it('writes nothing while nothing happens', async () => {
  const { clock, store, start } = aStore();
  const { note } = start();
  note({ kind: 'workerStarted' });
  await clock.advance(600_000);
  expect(store.write).toHaveBeenCalledTimes(1);
});

it('keeps the last ones over all lives of the background', async () => {
  const { clock, written, start } = aStore();
  for (let life = 0; life < 6; life += 1) {
    const { note } = start();
    note({ kind: 'workerStarted' });
    for (let polls = 0; polls < 49; polls += 1) note({ kind: 'pollSent', complete: false });
    await clock.advance(6_000);
  }
  const last = written.at(-1) ?? [];
  expect(last).toHaveLength(MOST_LOGGED);
  expect(last.filter(({ kind }) => kind === 'workerStarted')).toHaveLength(4);
  const times = last.map(({ atMs }) => atMs);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it('goes on when the storage can be neither read nor written', async () => {
  const { clock, store, written, start } = aStore();
  store.read.mockRejectedValueOnce(new Error('gone'));
  store.write.mockRejectedValueOnce(new Error('full'));
  const { note } = start();
  note({ kind: 'workerStarted' });
  await clock.advance(6_000);
  note({ kind: 'woken' });
  await clock.advance(6_000);
  expect(written.at(-1)?.map(({ kind }) => kind)).toEqual(['workerStarted', 'woken']);
});
