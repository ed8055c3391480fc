import { expect, it } from 'vitest';
import { shownAnnouncements } from '@/lib/agent/derive';
import type { Switches } from '../../simulator/switches';
import { createSessionWorld, type SessionWorld } from '../../support/session-world';

async function signedIn(switches: Partial<Switches> = {}) {
  const bench = createSessionWorld({ switches });
  await bench.signIn();
  return bench;
}

const shown = ({ state }: SessionWorld) =>
  shownAnnouncements(state).map(({ title, text }) => text ?? title);

async function announce(bench: SessionWorld, text: string, title?: string): Promise<void> {
  bench.world.announce(text, title);
  await bench.advance(1_000);
}

async function dismissFirst(bench: SessionWorld): Promise<void> {
  const names = shownAnnouncements(bench.state).map(({ name }) => name);
  await bench.within(bench.session.dismissAnnouncements(names.slice(0, 1)));
}

it.each(['titled', 'text', 'content', 'message', 'strings', 'keyed'] as const)(
  'announcements in the shape %s are shown, and the one put away is not',
  async (announcementsShape) => {
    const bench = await signedIn({ announcementsShape });
    await announce(bench, 'Lunch', 'Kitchen');
    expect(shown(bench)).toEqual(['Lunch']);
    await dismissFirst(bench);
    await announce(bench, 'Fire drill', 'Yard');
    expect(shown(bench)).toEqual(['Fire drill']);
  },
);

it('one that was put away does not come back with the next full pull', async () => {
  const bench = await signedIn();
  await announce(bench, 'Lunch');
  await dismissFirst(bench);
  await bench.advance(6 * 60_000);
  expect(bench.state.announcements).toHaveLength(1);
  expect(shown(bench)).toEqual([]);
});

it('one that was put away stays so when the worker is killed and a full pull follows', async () => {
  const bench = await signedIn();
  await announce(bench, 'Lunch');
  await dismissFirst(bench);
  bench.killWorker();
  bench.world.forgetHashes();
  await bench.advance(31_000);
  expect(bench.state.announcements).toHaveLength(1);
  expect(shown(bench)).toEqual([]);
});

it('one that the server withdraws is gone', async () => {
  const bench = await signedIn();
  await announce(bench, 'Lunch');
  bench.world.withdrawAnnouncements();
  await bench.advance(1_000);
  expect(shown(bench)).toEqual([]);
});

it('the next agent is told of everything', async () => {
  const bench = await signedIn();
  await announce(bench, 'Lunch');
  await dismissFirst(bench);
  await bench.within(bench.session.signOut());
  await bench.signIn();
  expect(shown(bench)).toEqual(['Lunch']);
});
