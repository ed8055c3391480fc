// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { agent, ready, refusal, speaking } from './call-scenario';
import type { ActivityType } from './model';
import { at } from './scenario';

/** The item and the whole of the one activity in Anna's pull data. */
async function wired(type: ActivityType, from: string, switches = {}) {
  const { world, pullAll } = ready(switches);
  world.ringAgent({ agent, type, number: from, queue: '3001', subject: 'My bill', ticket: 9673 });
  const activity = at(await pullAll(), 'activities.0');
  return { activity, item: at(activity, 'item') };
}

describe('an activity that is no call', () => {
  it('has its type, its subject as title and its ticket named by a number', async () => {
    const { activity } = await wired('EMAIL', 'jana@example.com');
    expect(activity).toMatchObject({
      type: 'EMAIL',
      title: 'My bill',
      action: 'WAIT',
      ticket: { name: 9673 },
    });
  });

  it('has an e-mail with address and subject as item', async () => {
    const { item } = await wired('EMAIL', 'jana@example.com');
    expect(item).toMatchObject({ title: 'My bill', address: 'jana@example.com', direction: 'in' });
  });

  it.each([
    ['CHAT', 'email', 'activitiesWeb'],
    ['SMS', 'phone', 'activitiesSms'],
    ['WAP', 'phone', 'activitiesWap'],
    ['VBR', 'phone', 'activitiesVbr'],
    ['FBM', 'sender', 'activitiesFbm'],
    ['IGDM', 'sender', 'activitiesIgdm'],
  ] as const)('%s has where its customer is under %s', async (type, field, model) => {
    const { item } = await wired(type, 'somebody');
    expect(item).toMatchObject({ [field]: 'somebody', direction: 'IN', _sys: { model } });
  });

  it('obeys messageFrom', async () => {
    const { item } = await wired('SMS', '+420600111222', { messageFrom: 'sender' });
    expect(item).toMatchObject({ sender: '+420600111222' });
    expect(item).not.toHaveProperty('phone');
  });

  it.each(['FBCOMMENT', 'IGCOMMENT', 'COMMENT', 'CUSTOM', ''] as const)(
    '"%s" has no item',
    async (type) => {
      expect((await wired(type, 'somebody')).item).toBeNull();
    },
  );

  it('rings at an agent without a device and is opened without one', async () => {
    const { world, put, as } = ready();
    world.goReady('petr.svoboda');
    const name = world.ringAgent({ agent: 'petr.svoboda', type: 'CHAT', number: 'a', queue: 3001 });
    await put(name, { action: 'OPEN' }, as('petr.svoboda'));
    expect(world.activity(name)).toMatchObject({ action: 'OPEN', user: 'petr.svoboda' });
  });
});

describe('hold', () => {
  const ownState = async (pullAll: () => Promise<unknown>) =>
    at(await pullAll(), 'activities.0.item.channels.1.state');

  it("is the state of the agent's own channel until the call is taken back", async () => {
    const { world, name, pullAll } = await speaking();
    world.holdCall(name);
    expect(await ownState(pullAll)).toBe('On Hold');
    world.takeBack(name);
    expect(await ownState(pullAll)).toBe('Speaking');
  });

  it('is nothing for a call in which nobody speaks', () => {
    const { world, ring } = ready();
    const name = ring();
    expect(() => world.holdCall(name)).toThrow('is no call of an agent that is Speaking');
    expect(() => world.takeBack(name)).toThrow('is no call of an agent that is On Hold');
  });

  it('does not keep the agent from hanging up', async () => {
    const { world, name, put } = await speaking();
    world.holdCall(name);
    expect(refusal(await put(name, { hangup: { channel: null } }))[0]).toBe(200);
    expect(world.activity(name).call?.endedBy).toBe('agent');
  });
});
