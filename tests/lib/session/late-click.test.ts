import { expect, it } from 'vitest';
import { dispatch } from '@/lib/messages/dispatch';
import type { Request } from '@/lib/messages/protocol';
import { ANNA, createSessionWorld } from '../../support/session-world';

/** An agent at whom a call rings, clicking in two windows of the desk. */
async function ringing() {
  const bench = createSessionWorld();
  await bench.signIn();
  bench.world.goReady(ANNA);
  const activity = bench.world.ringAgent({ agent: ANNA, number: '+420600111222' });
  await bench.advance(1_000);
  const { session } = bench;
  const click = (request: Request) =>
    bench.within(
      dispatch(request, 'extension', {
        session,
        recognise: async () => [],
        plan: () => null,
        hello: async () => null,
        teach: async () => true,
        checkAlerts: async () => {},
      }),
    );
  const puts = () =>
    bench.simulator.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  return { bench, activity, click, puts };
}

it('a second click on Accept after pull data has shown the first is not sent', async () => {
  const { bench, activity, click, puts } = await ringing();
  const accept: Request = { type: 'activity.accept', activity, device: '305' };
  await click(accept);
  await bench.advance(1_000);
  expect(bench.state.activities).toMatchObject([{ action: 'OPEN' }]);
  expect(await click(accept)).toEqual({ ok: true, value: undefined });
  expect(puts()).toHaveLength(1);
});

it('a second click on Close after the activity has gone is not sent', async () => {
  const { bench, activity, click, puts } = await ringing();
  await click({ type: 'activity.accept', activity, device: '305' });
  await bench.advance(1_000);
  await click({ type: 'activity.hangUp', activity });
  await bench.advance(1_000);
  const close: Request = { type: 'activity.close', activity, statuses: [] };
  await click(close);
  await bench.advance(1_000);
  await click(close);
  expect(puts()).toEqual([
    { action: 'OPEN', _exten: '305' },
    { hangup: { channel: null } },
    { action: 'CLOSE' },
  ]);
});

it('a click is sent all the same when nobody has confirmed the state for long', async () => {
  const { bench, activity, click, puts } = await ringing();
  const accept: Request = { type: 'activity.accept', activity, device: '305' };
  await click(accept);
  await bench.advance(1_000);
  bench.faults.add({ kind: 'status', status: 502, match: { path: 'appPullData' } });
  await bench.advance(60_000);
  await click(accept);
  expect(puts()).toHaveLength(2);
});
