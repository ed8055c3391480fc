import { expect, it } from 'vitest';
import { createSessionWorld } from '../../support/session-world';

it('a press on a notification that failed is told with what was asked for, until it is dismissed', async () => {
  const world = createSessionWorld();
  await world.signIn();
  const failure = { kind: 'missing', messages: [] } as const;
  await world.within(world.session.notifyAsked('accept', failure));
  expect(world.state.notice).toMatchObject({ asked: 'accept', failure });
  await world.within(world.session.dismissNotice());
  expect(world.state.notice).toBeNull();
});
