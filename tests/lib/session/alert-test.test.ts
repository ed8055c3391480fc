import { expect, it } from 'vitest';
import { badgeOf } from '@/lib/agent/badge';
import { type AgentState, SIGNED_OUT, type Trouble } from '@/lib/agent/state';
import { isTestNote } from '@/lib/agent/test-ring';
import { ENGLISH } from '@/lib/i18n/english';
import { createAlertTest } from '@/lib/session/alert-test';
import { DEFAULT_ALERTS, type Rung } from '@/lib/settings/alerts';
import { createAlertWorld } from '../../support/alert-world';
import { anActivity, aState } from '../../support/builders';

const QUIET = { ...DEFAULT_ALERTS, quietHours: { from: 0, to: 1_439 } };

const TROUBLE: Trouble = {
  failure: { kind: 'network', messages: [] },
  sinceMs: 0,
  retryAtMs: 0,
  notBeforeMs: 0,
};

/** A background that is asked to try the alerts. */
function createTester(state: AgentState) {
  const world = createAlertWorld();
  const keeper = world.startWorker();
  const test = createAlertTest(world.clock);
  let stopped = 0;
  async function show(next = state): Promise<void> {
    const seen = test.seen(next, ENGLISH.t);
    world.settings = test.settings(QUIET);
    await keeper.show(seen);
  }
  return {
    world,
    keeper,
    test,
    show,
    stopped: () => stopped,
    async ring(...rungs: Rung[]) {
      test.start(rungs, () => {
        stopped += 1;
      });
      await show();
    },
    async end() {
      test.end();
      await show();
    },
  };
}
const idle = aState({ activities: [] });

it.each([
  ['an agent who is signed in', idle],
  ['nobody signed in', SIGNED_OUT],
  ['an agent whose connection is lost', { ...idle, pulledAtMs: 0, trouble: TROUBLE }],
])('for %s a test is shown as a call and says what it is', async (_who, state) => {
  const { ring, end, world } = createTester(state);
  await ring('notification', 'repeat');
  expect([...world.visible.values()]).toMatchObject([
    { title: 'Test call', message: 'Incoming call · Only a test', stays: true },
  ]);
  expect(world.heard).toBeNull();
  await end();
  expect([...world.visible.keys()]).toEqual([]);
});

it('each rung is tried alone, in quiet hours too', async () => {
  const { ring, end, world } = createTester(idle);
  await ring('tone', 'repeat');
  expect(world.heard).toMatchObject({ tone: 'bells', repeat: true });
  expect(world.visible.size).toBe(0);
  await ring('window');
  expect(world.heard).toBeNull();
  expect(world.taken()).toEqual(['open', 'play ring', 'stop']);
  await end();
  expect(world.taken()).toEqual([]);
});

it('what was done about one test does not count for the next', async () => {
  const { ring, world, keeper, show } = createTester(idle);
  await ring('notification');
  const [id = ''] = world.visible.keys();
  expect(isTestNote(id)).toBe(true);
  await keeper.noticed(id, idle);
  expect(world.visible.size).toBe(0);
  await world.clock.advance(1_000);
  await ring('notification');
  await show();
  expect(world.visible.size).toBe(1);
});

it('what really rings ends the test, and is alerted as ever', async () => {
  const { ring, show, world, stopped } = createTester(idle);
  await ring('tone', 'repeat');
  await show(world.fresh(aState({ activities: [anActivity({ name: 'c1' })] })));
  expect(stopped()).toBe(1);
  expect([...world.visible.keys()]).toEqual(['ring:c1']);
  expect(world.heard).toBeNull();
});

it('a test that is over leaves nothing behind that would teach how long calls ring', async () => {
  const { ring, end, world } = createTester(idle);
  await ring('tone');
  await world.clock.advance(20_000);
  await end();
  expect(world.record?.rings).toEqual({});
});

it('a worker that was stopped ends the test of its last life', async () => {
  const { ring, world } = createTester(idle);
  await ring('notification', 'tone', 'repeat');
  await world.startWorker().show(world.fresh(idle));
  expect(world.visible.size).toBe(0);
  expect(world.taken()).toContain('stop');
});

it('no call of the server is changed or counted', async () => {
  const { ring, test } = createTester(idle);
  await ring('tone');
  const seen = test.seen(idle, ENGLISH.t);
  expect(idle.activities).toEqual([]);
  expect(badgeOf(seen, seen.pulledAtMs ?? 0, ENGLISH.t).text).toBe('1');
});
