import { expect, it } from 'vitest';
import { agentDevices } from '@/lib/agent/agent-devices';
import { type DispatchPorts, dispatch } from '@/lib/messages/dispatch';
import type { Switches } from '../../simulator/switches';
import { createSessionWorld } from '../../support/session-world';

const PETR = 'petr.svoboda';
const desk = { name: '307', title: 'Desk phone 307', model: 'sipDevices' };
const mobile = { name: '601000111', title: 'Mobile', model: 'externalNumbers' };

/** An agent who has to name a device, signed in and not ready. */
async function unready(switches: Partial<Switches> = {}) {
  const bench = createSessionWorld({ agent: PETR, switches });
  await bench.signIn();
  await bench.settle();
  const ask = (request: object) =>
    dispatch(request, 'extension', { session: bench.session } as DispatchPorts);
  const goReady = async (device: object) => {
    const reply = await bench.within(ask({ type: 'agent.ready', device }));
    await bench.advance(1_000);
    return reply;
  };
  const connected = () =>
    agentDevices(bench.state).flatMap(({ device, connected: on }) => (on ? [device.name] : []));
  return { bench, goReady, ask, connected };
}

it('the device gone ready with is connected, although the server does not list it', async () => {
  const { goReady, connected } = await unready();
  await goReady(mobile);
  expect(connected()).toEqual(['601000111']);
});

it('a device that the server has refused is not', async () => {
  const { goReady, connected } = await unready();
  expect(await goReady({ ...mobile, name: '999' })).toMatchObject({ ok: false });
  expect(connected()).toEqual([]);
});

it('a device chosen in another window, too late to be sent, is not', async () => {
  const { goReady, connected } = await unready();
  await goReady(mobile);
  await goReady(desk);
  expect(connected()).toEqual(['601000111']);
});

it('the list of the server has the last word', async () => {
  const { goReady, connected } = await unready({ extensionDevices: 'extensions' });
  await goReady(mobile);
  expect(connected()).toEqual(['601000111']);
});

it('it is forgotten with going unready', async () => {
  const { bench, goReady, ask, connected } = await unready();
  await goReady(mobile);
  await bench.within(ask({ type: 'agent.unready' }));
  await bench.advance(1_000);
  await goReady(desk);
  expect(connected()).toEqual(['307']);
});
