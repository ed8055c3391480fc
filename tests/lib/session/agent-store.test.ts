import { expect, it } from 'vitest';
import type { Failure } from '@/lib/daktela/failure';
import { createAgentStore } from '@/lib/session/agent-store';
import type { SessionStore, Snapshot } from '@/lib/session/ports';
import { createDeferred, type Deferred } from '../../support/deferred';

const turns = () => new Promise((resolve) => setImmediate(resolve));
const failure: Failure = { kind: 'unknownOutcome', messages: [] };
const noticed = (id: string) =>
  ({ type: 'noticed', notice: { id, number: '777', failure } }) as const;

/** An agent store whose writes are finished by hand. */
function createBench() {
  const writes: { snapshot: Snapshot; done: Deferred<void> }[] = [];
  const shown: (string | undefined)[] = [];
  const told: (string | undefined)[] = [];
  const store: Pick<SessionStore, 'readSnapshot' | 'writeSnapshot'> = {
    readSnapshot: async () => null,
    writeSnapshot(snapshot) {
      const done = createDeferred<void>();
      writes.push({ snapshot, done });
      return done.promise;
    },
  };
  const agent = createAgentStore(store as SessionStore, {
    changed: (state) => shown.push(state.notice?.id),
    stored: (state) => told.push(state.notice?.id),
  });
  return { agent, writes, shown, told };
}

it('writes one state after the other, so that a slow write never overwrites a later one', async () => {
  const { agent, writes } = createBench();
  void agent.apply(noticed('a'));
  void agent.apply(noticed('b'));
  await turns();
  expect(writes.map(({ snapshot }) => snapshot.state.notice?.id)).toEqual(['a']);
  writes[0]?.done.resolve();
  await turns();
  expect(writes.map(({ snapshot }) => snapshot.state.notice?.id)).toEqual(['a', 'b']);
});

it('shows a state at once, and says what follows from it only after it is stored', async () => {
  const { agent, writes, shown, told } = createBench();
  void agent.apply(noticed('a'));
  expect(shown).toEqual(['a']);
  await turns();
  expect(told).toEqual([]);
  writes[0]?.done.resolve();
  await turns();
  expect(told).toEqual(['a']);
});

it('goes on after a write that failed, and tells only the one who asked for it', async () => {
  const { agent, writes, told } = createBench();
  const first = agent.apply(noticed('a'));
  const second = agent.apply(noticed('b'));
  await turns();
  writes[0]?.done.reject(new Error('storage is full'));
  await expect(first).rejects.toThrow('storage is full');
  await turns();
  writes[1]?.done.resolve();
  await second;
  expect(told).toEqual(['b']);
});

it('keeps the hash when an event brings none', async () => {
  const { agent, writes } = createBench();
  void agent.apply(noticed('a'), 'h1');
  await turns();
  writes[0]?.done.resolve();
  void agent.apply(noticed('b'));
  await turns();
  expect(writes.map(({ snapshot }) => snapshot.hash)).toEqual(['h1', 'h1']);
});
