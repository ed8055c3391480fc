import { createScenario } from './scenario';
import type { Switches } from './switches';

/** Anna, ready for calls, as the tests of activities start. */
export const agent = 'anna.novakova';

export function ready(switches: Partial<Switches> = {}) {
  const scenario = createScenario(switches);
  scenario.world.goReady(agent);
  const path = (name: string) => `activities/${encodeURIComponent(name)}`;
  return {
    ...scenario,
    put: (name: string, body: unknown, send = scenario.anna) => send('PUT', path(name), body),
    get: (name: string) => scenario.anna('GET', path(name)),
    ring: (queue?: number) =>
      scenario.world.ringAgent({
        agent,
        number: '+420600111222',
        contact: 'Jan Zkouška',
        ...(queue === undefined ? {} : { queue }),
      }),
    dial: (body: object = {}) => scenario.anna('POST', 'activities', { type: 'CALL', ...body }),
  };
}

/** Anna speaks with a caller of the queue. */
export async function speaking(queue?: number, switches: Partial<Switches> = {}) {
  const scenario = ready(switches);
  const name = scenario.ring(queue);
  await scenario.put(name, { action: 'OPEN', _exten: '305' });
  await scenario.clock.advance(300);
  return { ...scenario, name };
}

export const refusal = (reply: { status: number; body: Record<string, unknown> }) => [
  reply.status,
  reply.body.error,
];
