import { expect, it } from 'vitest';
import { createSessionWorld, deskOf, ANNA } from '../../support/session-world';
it('tries', async () => {
  const w = createSessionWorld();
  await w.signIn();
  expect(w.state.signIn.phase).toBe('signedIn');
  w.world.goReady(ANNA);
  await w.advance(1000);
  const name = w.world.ringAgent({ agent: ANNA, number: '777', queue: '3001' });
  await w.settle();
  console.info(w.lastShown?.badge, w.lives);
  w.killWorker();
  await w.advance(31000);
  console.info(w.lastShown?.badge, w.lives, name);
  const t = performance.now();
  await w.advance(3600_000);
  console.info(performance.now() - t, w.simulator.requests.length);
  expect(deskOf(w.state)).toEqual(await w.truth());
});
