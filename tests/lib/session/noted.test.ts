import { expect, it } from 'vitest';
import { dispatch } from '@/lib/messages/dispatch';
import { tokenOf } from '../../simulator/scenario';
import { ANNA, createSessionWorld } from '../../support/session-world';

const NUMBER = '+420600111222';

/** A day with something of everything that is noted. */
async function aDay() {
  const bench = createSessionWorld();
  const never = async () => {
    throw new Error('Nothing asks for that');
  };
  const ports = {
    session: bench.session,
    recognise: never,
    plan: (dial: string) => ({
      ...{ dial, shown: dial, number: null, country: null },
      ...{ queues: [], queue: null, ongoing: null },
    }),
    hello: never,
    teach: never,
    checkAlerts: never,
  };
  const ask = (request: object) => bench.within(dispatch(request, 'extension', ports));
  await bench.within(bench.session.signIn(bench.byPassword({ password: 'wrong-heslo' })));
  await bench.signIn();
  await ask({ type: 'agent.ready', device: null });
  await bench.advance(1_000);
  const call = bench.world.ringAgent({ agent: ANNA, number: NUMBER, queue: '3003' });
  await bench.advance(1_000);
  await ask({ type: 'activity.accept', activity: call, device: '305' });
  bench.world.endCall(call);
  await ask({ type: 'activity.close', activity: call, statuses: [] });
  await ask({ type: 'dial', id: 'x', text: NUMBER });
  await ask({ type: 'pause.start', pause: 'gone' });
  bench.faults.add({ kind: 'status', status: 503, times: 1, match: { path: 'appPullData' } });
  await bench.advance(60_000);
  await bench.within(bench.session.signOut());
  return { bench, call };
}

it('what is noted of a day tells commands, polls and troubles by kind', async () => {
  const { noted } = (await aDay()).bench;
  const commands = noted.flatMap((event) =>
    event.kind === 'command' ? [`${event.command} ${event.failure}`] : [],
  );
  expect(commands).toEqual([
    'ready null',
    'accept null',
    'close null',
    'dial null',
    'pause refused',
  ]);
  expect(noted).toContainEqual({ kind: 'signIn', failure: 'badCredentials' });
  expect(noted).toContainEqual({ kind: 'signIn', failure: null });
  expect(noted).toContainEqual(expect.objectContaining({ kind: 'pollFailed', status: 503 }));
  expect(noted).toContainEqual({ kind: 'signedOut', reason: 'byAgent' });
});

it('nothing noted holds a name, a number, a password, a token, an address or a pause', async () => {
  const { bench, call } = await aDay();
  const text = JSON.stringify(bench.noted);
  const secrets = [
    ANNA,
    'Anna',
    'heslo',
    tokenOf(ANNA),
    '600111222',
    'plynarna',
    call,
    'gone',
    '305',
  ];
  for (const secret of secrets) expect(text).not.toContain(secret);
});
