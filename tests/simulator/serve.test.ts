// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { at, tokenOf } from './scenario';
import { type RunningSimulator, startSimulator } from './serve';

let running: RunningSimulator | null = null;

async function start(): Promise<RunningSimulator> {
  running = await startSimulator();
  return running;
}

afterEach(async () => {
  await running?.close();
  running = null;
});

const token = tokenOf('anna.novakova');
const until = async (test: () => boolean) => {
  while (!test()) await new Promise((done) => setTimeout(done, 2));
};

/** Opens a poll that the server holds. */
async function holdPoll({ origin, simulator }: RunningSimulator, signal?: AbortSignal) {
  const address = `${origin}/api/v6/appPullData?accessToken=${token}&hash=`;
  const hash = at(await (await fetch(address)).json(), 'result.hash');
  const options = signal === undefined ? {} : { signal };
  const poll = fetch(`${address}${hash}`, options).then((reply) => reply.json());
  poll.catch(() => {});
  await until(() => simulator.world.polls.count('anna.novakova') === 1);
  return { poll };
}

describe('the served simulator', () => {
  it('listens on loopback and answers the API', async () => {
    const { origin } = await start();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const reply = await fetch(`${origin}/api/v6/whoim.json?accessToken=${token}`);
    expect(at(await reply.json(), 'result.user.name')).toBe('anna.novakova');
  });

  it('takes JSON bodies', async () => {
    const { origin, simulator } = await start();
    const reply = await fetch(`${origin}/api/v6/usersSession?accessToken=${token}`, {
      method: 'POST',
      body: JSON.stringify({ setReady: true }),
    });
    expect([reply.status, simulator.world.agent('anna.novakova').state]).toEqual([200, 'Idle']);
  });

  it('answers a held poll when the world changes', async () => {
    const server = await start();
    const { poll } = await holdPoll(server);
    server.simulator.world.announce('Oběd je v kuchyni');
    expect(at(await poll, 'result.announcements.0.text')).toBe('Oběd je v kuchyni');
  });

  it('frees the poll of a client who hangs up', async () => {
    const server = await start();
    const abort = new AbortController();
    const { poll } = await holdPoll(server, abort.signal);
    abort.abort();
    await expect(poll).rejects.toThrow(/abort/i);
    await until(() => server.simulator.world.polls.count('anna.novakova') === 0);
    expect(server.simulator.requests.at(-1)?.outcome).toBe('aborted');
  });

  it('cuts the connection before the reply', async () => {
    const { origin, simulator } = await start();
    simulator.faults.add({ kind: 'cut', times: 1 });
    await expect(fetch(`${origin}/api/v6/whoim`)).rejects.toThrow('fetch failed');
    expect((await fetch(`${origin}/api/v6/whoim`)).status).toBe(200);
  });

  it('cuts the connection in the middle of the body', async () => {
    const { origin, simulator } = await start();
    simulator.faults.add({ kind: 'cutBody', times: 1 });
    const reply = await fetch(`${origin}/api/v6/whoim`);
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow('terminated');
  });

  it('cuts held polls when the connection breaks, and the control interface goes on', async () => {
    const server = await start();
    const { poll } = await holdPoll(server);
    const control = (action: string) =>
      fetch(`${server.origin}/_sim/${action}`, { method: 'POST', body: '{}' });
    expect((await control('break-connection')).status).toBe(200);
    await expect(poll).rejects.toThrow('fetch failed');
    await expect(fetch(`${server.origin}/api/v6/whoim`)).rejects.toThrow('fetch failed');
    expect((await control('restore-connection')).status).toBe(200);
    expect((await fetch(`${server.origin}/api/v6/whoim`)).status).toBe(200);
  });

  it('ends held polls and every timer when closed', async () => {
    const server = await start();
    const { poll } = await holdPoll(server);
    await server.close();
    running = null;
    await expect(poll).rejects.toThrow('fetch failed');
    expect(server.simulator.world.timers.pending).toBe(0);
    await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
  });
});
