import { isObject } from './api-call';
import { createFakeClock } from './fake-clock';
import { seedPeople } from './seed-people';
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator';
import type { Switches } from './switches';

/** What the simulator's own tests share: a fake clock and a small API client of one agent. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** result of the envelope, or an empty object when it is none. */
  result: Record<string, unknown>;
  body: Record<string, unknown>;
}

export const api = 'http://daktela.test/api/v6';

export function tokenOf(agent: string): string {
  const person = seedPeople.find(({ name }) => name === agent);
  if (person === undefined) throw new Error(`No person is called ${agent}`);
  return person.token;
}

export async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const parsed: unknown = isJson ? JSON.parse(text) : {};
  const body = isObject(parsed) ? parsed : {};
  const result = isObject(body.result) ? body.result : {};
  return { status: response.status, headers: response.headers, text, result, body };
}

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  options?: { headers?: Record<string, string>; signal?: AbortSignal },
) => Promise<Reply>;

export function sender(simulator: Simulator, token: string | null): Send {
  return async (method, path, body, options = {}) => {
    const headers = { 'content-type': 'application/json', ...options.headers };
    const request = new Request(`${api}/${path}`, {
      method,
      headers: token === null ? headers : { 'x-auth-token': token, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    return readReply(await simulator.fetch(request));
  };
}

export function createScenario(switches: Partial<Switches> = {}, options: SimulatorOptions = {}) {
  const clock = createFakeClock();
  const simulator = createSimulator({ clock, switches, ...options });
  const as = (agent: string) => sender(simulator, tokenOf(agent));
  const anna = as('anna.novakova');
  return {
    clock,
    simulator,
    world: simulator.world,
    as,
    anna,
    anonymous: sender(simulator, null),
    /** Anna's whole pull data, at once. */
    pullAll: async () => (await anna('GET', 'appPullData?hash=')).result,
    /** Anna's poll with a hash; held when there is no news. */
    poll: (hash: unknown, signal?: AbortSignal) =>
      anna(
        'GET',
        `appPullData?hash=${encodeURIComponent(String(hash))}`,
        undefined,
        signal === undefined ? {} : { signal },
      ),
  };
}

/** Error messages of a reply with the default error shape. */
export const errorOf = (reply: Reply): unknown => reply.body.error;

/** The activities of a pull-data result, when they come as an array. */
export function activitiesIn(result: Record<string, unknown>): Record<string, unknown>[] {
  const { activities } = result;
  return Array.isArray(activities) ? activities.filter(isObject) : [];
}

/** Value at a dotted path of plain data. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const step of path.split('.')) {
    if (Array.isArray(found)) found = found[Number(step)];
    else found = isObject(found) ? found[step] : undefined;
  }
  return found;
}
