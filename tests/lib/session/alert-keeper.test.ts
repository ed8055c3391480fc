import { beforeEach, describe, expect, it } from 'vitest';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import type { AlertKeeper } from '@/lib/session/alert-keeper';
import { DEFAULT_ALERTS } from '@/lib/settings/alerts';
import { createAlertWorld } from '../../support/alert-world';
import {
  aDevice,
  anActivity,
  anExtension,
  anOpenCall,
  aState,
  NOW_MS,
} from '../../support/builders';

const extension = anExtension({ devices: [aDevice({ model: 'webrtcDevices' })] });
const call = anActivity({ name: 'c1' });
const second = anActivity({ name: 'c2', waitingSinceMs: NOW_MS - 1_000 });
const chat = anActivity({ name: 'chat', type: 'CHAT' });
const trouble = {
  failure: { kind: 'network' as const, messages: [] },
  sinceMs: NOW_MS,
  retryAtMs: NOW_MS,
  notBeforeMs: NOW_MS,
};

let world: ReturnType<typeof createAlertWorld>;
let keeper: AlertKeeper;

const desk = (...activities: AgentState['activities']) =>
  world.fresh(aState({ extension, activities }));

beforeEach(() => {
  world = createAlertWorld();
  keeper = world.startWorker();
});

describe('a call', () => {
  it('is shown and heard once, whatever pulls say of it meanwhile', async () => {
    for (let pull = 0; pull < 5; pull += 1) await keeper.show(desk(call));
    expect(world.taken()).toEqual(['play ring', 'show ring:c1']);
  });

  it('is asked to be heard again with every pull, which keeps its ring alive', async () => {
    await keeper.show(desk(call));
    const first = world.heard;
    await keeper.show(desk(call));
    expect(world.heard).toEqual(first);
    expect(world.heard).not.toBe(first);
  });

  it.each<[string, () => AgentState]>([
    ['answered', () => desk(anOpenCall({ name: 'c1' }))],
    ['gone', () => desk()],
    ['of an agent who has signed out', () => SIGNED_OUT],
  ])('that is %s leaves nothing behind', async (_, after) => {
    await keeper.show(desk(call));
    world.taken();
    await keeper.show(after());
    expect(world.taken()).toEqual(['clear ring:c1', 'stop']);
    expect(world.visible.size).toBe(0);
  });

  it('that comes and goes faster than it can be shown leaves nothing behind', async () => {
    void keeper.show(desk(call));
    void keeper.show(desk());
    void keeper.show(desk(second));
    await keeper.show(desk());
    expect([...world.visible.keys()]).toEqual([]);
    expect(world.heard).toBeNull();
  });

  it('that rings again later is shown again', async () => {
    await keeper.show(desk(call));
    await keeper.show(desk());
    await keeper.show(desk(call));
    expect(world.taken().filter((what) => what.startsWith('show'))).toEqual([
      'show ring:c1',
      'show ring:c1',
    ]);
  });

  it('whose notification the system has taken away is not shown again', async () => {
    await keeper.show(desk(call));
    world.visible.clear();
    world.taken();
    await keeper.show(desk(call));
    expect(world.taken()).toEqual([]);
  });

  it('whose notification could not be shown is tried again, and heard all the same', async () => {
    world.broken.add('show');
    await keeper.show(desk(call));
    expect(world.taken()).toEqual(['play ring']);
    world.broken.clear();
    await keeper.show(desk(call));
    expect(world.taken()).toEqual(['show ring:c1']);
  });

  it('that cannot be heard is shown all the same', async () => {
    world.broken.add('play');
    await keeper.show(desk(call));
    expect(world.taken()).toEqual(['show ring:c1']);
  });

  it('that the agent has noticed is silent and gone from the screen until it is over', async () => {
    await keeper.show(desk(call));
    world.taken();
    await keeper.noticed('ring:c1', desk(call));
    expect(world.taken()).toEqual(['clear ring:c1', 'stop']);
    await keeper.show(desk(call));
    expect(world.taken()).toEqual([]);
    await keeper.show(desk());
    await keeper.show(desk(call));
    expect(world.taken()).toEqual(['play ring', 'show ring:c1']);
  });

  it('that was noticed does not hide another one', async () => {
    await keeper.show(desk(call));
    await keeper.noticed('ring:c1', desk(call));
    world.taken();
    await keeper.show(desk(call, second));
    expect(world.taken()).toEqual(['play ring', 'show ring:c2']);
  });
});

it('a third call puts one notification in the place of two', async () => {
  await keeper.show(desk(call, second));
  world.taken();
  await keeper.show(desk(call, second, anActivity({ name: 'c3' })));
  expect([...world.visible.keys()]).toEqual(['rings']);
  await keeper.noticed('rings', desk(call, second, anActivity({ name: 'c3' })));
  expect(world.heard).toBeNull();
});

describe('a chat', () => {
  it('is heard once, however long it is offered', async () => {
    for (let pull = 0; pull < 3; pull += 1) await keeper.show(desk(chat));
    expect(world.taken()).toEqual(['play ring:chat', 'show ring:chat']);
  });

  it('that is taken before its tone has ended is silent at once', async () => {
    await keeper.show(desk(chat));
    world.taken();
    await keeper.show(desk());
    expect(world.taken()).toContain('stop');
  });
});

describe('the desk', () => {
  beforeEach(() => {
    const rungs = { own: { CALL: { window: true } }, pool: {} };
    world.settings = { ...DEFAULT_ALERTS, rungs };
  });

  it('opens once for a call', async () => {
    await keeper.show(desk(call));
    await keeper.show(desk(call));
    expect(world.taken().filter((what) => what === 'open')).toHaveLength(1);
  });

  it('does not come a second time for a second call while the first one rings', async () => {
    await keeper.show(desk(call));
    await keeper.show(desk(call, second));
    await keeper.show(desk(second));
    expect(world.taken().filter((what) => what === 'open')).toHaveLength(1);
  });

  it('that cannot open keeps nothing else from being done', async () => {
    world.broken.add('open');
    await keeper.show(desk(call));
    expect(world.taken()).toEqual(['play ring', 'show ring:c1']);
  });
});

describe('a worker that was stopped while a call rang', () => {
  beforeEach(async () => {
    await keeper.show(desk(call, chat));
    world.taken();
    keeper = world.startWorker();
  });

  it('shows and opens nothing twice', async () => {
    await keeper.show(desk(call, chat));
    await keeper.show(desk(call, chat));
    expect(world.taken()).toEqual([]);
    expect(world.heard?.key).toBe('ring');
  });

  it('takes back what is over', async () => {
    await keeper.show(desk());
    expect(world.taken()).toEqual(['clear ring:c1', 'clear ring:chat', 'stop']);
  });

  it('waits with an old state for the server, and changes nothing', async () => {
    const old = desk(call, chat);
    await world.clock.advance(60_000);
    await keeper.show(old);
    expect(world.taken()).toEqual([]);
    expect(world.visible.size).toBe(2);
  });

  it('takes everything back when the server cannot be reached either', async () => {
    const old = desk(call, chat);
    await world.clock.advance(60_000);
    const sinceMs = world.clock.now();
    await keeper.show({ ...old, trouble: { ...trouble, sinceMs } });
    expect(world.taken()).toEqual(['clear ring:c1', 'clear ring:chat', 'stop']);
  });
});

it('a worker that was stopped between showing and noting shows nothing twice', async () => {
  world.broken.add('write');
  await keeper.show(desk(call));
  expect(world.record).toBeNull();
  world.taken();
  await world.startWorker().show(desk(call));
  expect(world.taken()).toEqual([]);
});

it('a worker that never showed an old call does not begin to', async () => {
  const old = desk(call);
  await world.clock.advance(60_000);
  await keeper.show(old);
  expect(world.taken()).toEqual([]);
});

it('a lost connection is heard once, and again after some minutes', async () => {
  const lost: AgentState = { ...desk(), link: 'reconnecting', trouble };
  for (let attempt = 0; attempt < 30; attempt += 1) {
    await world.clock.advance(10_000);
    await keeper.show(lost);
  }
  expect(world.taken()).toEqual(['play lost:0', 'play lost:1']);
  await keeper.show(desk());
  expect(world.taken()).toEqual(['stop']);
});

it('the ring time of a queue is learned from rings that nobody took, and is told with the next', async () => {
  for (let ring = 0; ring < 3; ring += 1) {
    const waitingSinceMs = world.clock.now();
    const ringing = { ...call, name: `c${ring}`, waitingSinceMs };
    await keeper.show(desk(ringing));
    await world.clock.advance(20_000);
    await keeper.show(desk());
  }
  // Learned things must survive the worker that learned them.
  keeper = world.startWorker();
  await keeper.show(desk({ ...call, name: 'next' }));
  expect(world.visible.get('ring:next')?.message).toContain('rings for 20 seconds');
});

it('what was learned leaves with the agent', async () => {
  await keeper.show(desk(call));
  await keeper.show(desk());
  expect(world.record?.rings).not.toEqual({});
  await keeper.show(SIGNED_OUT);
  expect(world.record?.rings).toEqual({});
});

describe('a worker that was killed before it told of a call', () => {
  /** The state that the killed one has stored, a while later. */
  async function remembered(...activities: AgentState['activities']): Promise<AgentState> {
    const state = desk(...activities);
    await world.clock.advance(5_000);
    keeper = world.startWorker();
    return state;
  }

  it('does not begin to tell of it before it has asked whether the call is still there', async () => {
    const state = await remembered(call);
    await keeper.show(state);
    expect(world.taken()).toEqual([]);
    await keeper.show(desk(call));
    expect(world.taken()).toEqual(['play ring', 'show ring:c1']);
  });

  it('takes away at once what was over before it was killed', async () => {
    await keeper.show(desk(call));
    world.taken();
    const state = await remembered();
    await keeper.show(state);
    expect(world.taken()).toEqual(['clear ring:c1', 'stop']);
  });

  it('leaves alone meanwhile what has been shown and heard', async () => {
    await keeper.show(desk(call));
    world.taken();
    const state = await remembered(call);
    await keeper.show(state);
    expect(world.taken()).toEqual([]);
  });
});
