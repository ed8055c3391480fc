import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRingLease } from '@/lib/ring/ring-lease';
import type { Sound } from '@/lib/ring/sound';
import { createTestClock } from '../../support/test-clock';

const ring: Sound = {
  key: 'ring',
  tone: 'bells',
  volume: 1,
  output: null,
  repeat: true,
  spoken: null,
};

function aLease() {
  const clock = createTestClock();
  const player = { play: vi.fn(), stop: vi.fn() };
  const over = vi.fn();
  const background = { answers: true, asked: 0 };
  const lease = createRingLease({
    clock,
    player,
    ask() {
      background.asked += 1;
      if (background.answers) lease.play(ring);
    },
    over,
  });
  return { background, clock, lease, over, player };
}

describe('a ring', () => {
  let world: ReturnType<typeof aLease>;

  beforeEach(() => {
    world = aLease();
    world.lease.play(ring);
  });

  it('asks the background whether it is to go on, and goes on for as long as it is', async () => {
    await world.clock.advance(120_000);
    expect(world.background.asked).toBe(30);
    expect(world.over).not.toHaveBeenCalled();
    expect(world.player.stop).not.toHaveBeenCalled();
  });

  it('falls silent within 10 s when nobody answers, and asks no more', async () => {
    world.background.answers = false;
    await world.clock.advance(9_900);
    expect(world.player.stop).not.toHaveBeenCalled();
    await world.clock.advance(100);
    expect(world.player.stop).toHaveBeenCalledTimes(1);
    expect(world.over).toHaveBeenCalledTimes(1);
    const { asked } = world.background;
    await world.clock.advance(60_000);
    expect(world.background.asked).toBe(asked);
  });

  it('goes on when a background that was stopped comes back in time', async () => {
    world.background.answers = false;
    await world.clock.advance(8_500);
    world.background.answers = true;
    world.lease.play(ring);
    await world.clock.advance(60_000);
    expect(world.over).not.toHaveBeenCalled();
  });

  it('that gives way to a sound heard once asks no more', async () => {
    world.lease.play({ ...ring, key: 'once', repeat: false });
    await world.clock.advance(60_000);
    expect(world.background.asked).toBe(0);
    expect(world.over).not.toHaveBeenCalled();
  });
});
