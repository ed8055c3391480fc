import { expect, it } from 'vitest';
import { DaktelaError } from '@/lib/daktela/failure';
import { type Call, createTransport, type Fetch } from '@/lib/daktela/transport';
import { createFakeClock } from '../../simulator/fake-clock';

const TOKEN = '0f3c9ab1token';
const GET: Call = { method: 'GET', path: ['whoim'], token: TOKEN };

interface Sent {
  readonly url: URL;
  readonly init: RequestInit;
}

function aTransport(answer: Fetch, language = 'en') {
  const clock = createFakeClock();
  const sent: Sent[] = [];
  const request = createTransport({
    origin: 'https://company.daktela.com',
    clock,
    language,
    fetch(input, init) {
      sent.push({ url: new URL(input), init });
      return answer(input, init);
    },
  });
  return { clock, request, sent };
}

const replying = (body: BodyInit | null, init: ResponseInit = {}) =>
  aTransport(async () => new Response(body, init));

const answering = (body: unknown, status = 200) => replying(JSON.stringify(body), { status });

/** Never answers; gives up when told to, as a real fetch does. */
const silent: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

async function sentBy(call: Call, language = 'en'): Promise<Sent> {
  const { request, sent } = aTransport(async () => Response.json({ result: true }), language);
  await request(call);
  const [first] = sent;
  if (first === undefined) throw new Error('Nothing was sent');
  return first;
}

async function failureOf(reply: Promise<unknown>): Promise<DaktelaError> {
  const error = await reply.then(
    () => new Error('The request succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DaktelaError) return error;
  throw error;
}

it('the language is asked for anew with each request, as it may be changed in between', async () => {
  const languages = ['cs', 'de'];
  const sent: (string | null)[] = [];
  const request = createTransport({
    origin: 'https://company.daktela.com',
    clock: createFakeClock(),
    get language() {
      return languages.shift() ?? '';
    },
    async fetch(_, { headers }) {
      sent.push(new Headers(headers).get('accept-language'));
      return Response.json({ result: true });
    },
  });
  await request(GET);
  await request(GET);
  expect(sent).toEqual(['cs', 'de']);
});

it('a request goes below /api/v6 of the instance without a suffix', async () => {
  const { url } = await sentBy(GET);
  expect(url.origin + url.pathname).toBe('https://company.daktela.com/api/v6/whoim');
});

it('the token goes in the query', async () => {
  const { url } = await sentBy(GET);
  expect(url.searchParams.get('accessToken')).toBe(TOKEN);
});

it('the token goes nowhere but in the query', async () => {
  const { init, url } = await sentBy({ ...GET, method: 'POST', body: { a: 1 } });
  expect(JSON.stringify([init.headers, init.body, url.pathname, url.hash])).not.toContain(TOKEN);
});

it('a token with characters of its own arrives as it is', async () => {
  const { url } = await sentBy({ ...GET, token: 'a+b/c=&d' });
  expect(url.searchParams.get('accessToken')).toBe('a+b/c=&d');
});

it('a request without a token has no query', async () => {
  const { url } = await sentBy({ method: 'POST', path: ['login'], body: {} });
  expect(url.search).toBe('');
});

it('an empty value of the query is sent as an empty value', async () => {
  const { url } = await sentBy({ ...GET, query: { hash: '' } });
  expect(url.searchParams.get('hash')).toBe('');
});

it.each([
  ['activities_65f0.12', 'activities_65f0%2E12'],
  ['a/b', 'a%2Fb'],
  ['anna@example', 'anna%40example'],
  ['dvě slova', 'dv%C4%9B%20slova'],
  ['a?b#c', 'a%3Fb%23c'],
])('the name %s is encoded in the path, dots too', async (name, encoded) => {
  const { url } = await sentBy({ ...GET, path: ['activities', name] });
  expect(url.pathname).toBe(`/api/v6/activities/${encoded}`);
});

it('error texts are asked for in the language of the agent', async () => {
  const { init } = await sentBy(GET, 'cs-CZ,cs;q=0.9');
  expect(new Headers(init.headers).get('accept-language')).toBe('cs-CZ,cs;q=0.9');
});

it.each([
  ['credentials', 'omit'],
  ['cache', 'no-store'],
  ['redirect', 'error'],
  ['referrerPolicy', 'no-referrer'],
] as const)('every request has %s %s', async (setting, value) => {
  const { init } = await sentBy(GET);
  expect(init[setting]).toBe(value);
});

it('a body goes as JSON and says so', async () => {
  const { init } = await sentBy({ ...GET, method: 'POST', body: { pause: null } });
  expect(init.body).toBe('{"pause":null}');
  expect(new Headers(init.headers).get('content-type')).toBe('application/json');
});

it('a request without a body names no content type', async () => {
  const { init } = await sentBy(GET);
  expect(init.body).toBeUndefined();
  expect(new Headers(init.headers).has('content-type')).toBe(false);
});

it.each([
  ['null', { error: null }],
  ['a list', { error: [] }],
  ['a map', { error: {} }],
  ['a text', { error: '' }],
  ['false', { error: false }],
  ['a map of empty lists', { error: { form: [], primary: {} } }],
  ['absent', {}],
])('a 2xx reply whose error is empty as %s succeeds', async (_, error) => {
  const { request } = answering({ ...error, result: { name: 'x' } });
  expect((await request(GET)).result).toEqual({ name: 'x' });
});

it.each([200, 201])('a %i reply succeeds', async (status) => {
  const { request } = answering({ error: null, result: 'yes' }, status);
  expect((await request(GET)).result).toBe('yes');
});

it.each([
  ['an empty body', '', 200],
  ['a blank body', ' \n', 200],
  ['no content', null, 204],
])('%s of a 2xx reply succeeds without a result', async (_, body, status) => {
  const { request } = replying(body, { status });
  expect((await request(GET)).result).toBeNull();
});

it.each([
  ['a list of texts', { error: ['Přihlaste zařízení'] }, ['Přihlaste zařízení']],
  ['a text', { error: 'No device' }, ['No device']],
  ['a field of a form', { error: { form: { number: 'Wrong' } } }, ['number: Wrong']],
  ['primary texts', { error: { primary: ['No devices'] } }, ['No devices']],
  ['a message with a code', { error: { message: 'Broken', code: 17 } }, ['Broken']],
  ['errors', { errors: ['Too late'] }, ['Too late']],
  [
    'violations',
    { violations: [{ propertyPath: 'number', message: 'Too short' }], title: 'Failed' },
    ['number: Too short'],
  ],
])("a 400 is refused with the server's own words from %s", async (_, body, messages) => {
  const { request } = answering({ result: false, ...body }, 400);
  expect(await failureOf(request(GET))).toMatchObject({ kind: 'refused', messages, status: 400 });
});

it('a 400 that echoes the object is no success', async () => {
  const { request } = answering({ error: ['Missing title'], result: { name: 'tickets_1' } }, 400);
  expect((await failureOf(request(GET))).kind).toBe('refused');
});

it.each([
  ['a text', ['Not possible']],
  ['a switch', true],
  ['a number', { code: 0 }],
  ['a nested switch', { form: { bool: true } }],
])('a 2xx reply whose error holds %s is refused', async (_, error) => {
  const { request } = answering({ error, result: { name: 'x' } });
  expect(await failureOf(request(GET))).toMatchObject({ kind: 'refused', status: 200 });
});

it.each([
  [400, 'refused'],
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'missing'],
  [405, 'refused'],
  [422, 'refused'],
  [429, 'rateLimited'],
  [500, 'server'],
  [503, 'server'],
])('a %i without a readable body fails as %s', async (status, kind) => {
  for (const body of ['', '<h1>Sorry</h1>', '[]', 'null', '"x"']) {
    const { request } = replying(body, { status });
    expect(await failureOf(request(GET))).toMatchObject({ kind, status, messages: [] });
  }
});

it('a result of false without an error is a success, for pull data has the last word', async () => {
  const { request } = answering({ error: null, result: false });
  expect((await request(GET)).result).toBe(false);
});

it('a 304 is nothing a Daktela was asked for', async () => {
  const { request } = replying(null, { status: 304 });
  expect(await failureOf(request(GET))).toMatchObject({ kind: 'notDaktela', status: 304 });
});

it('a refusal without an error part speaks by its message', async () => {
  const { request } = answering({ message: 'Not now' }, 400);
  expect((await failureOf(request(GET))).messages).toEqual(['Not now']);
});

it('a success may have a message beside its result', async () => {
  const { request } = answering({ result: 'yes', message: 'Saved' });
  expect((await request(GET)).result).toBe('yes');
});

it.each([
  ['HTML', '<!doctype html><h1>Welcome</h1>'],
  ['JSON cut in the middle', '{"error":null,"resu'],
])('a 2xx reply of %s is not from a Daktela', async (_, body) => {
  const { request } = replying(body);
  expect((await failureOf(request(GET))).kind).toBe('notDaktela');
});

it('a body whose connection is cut fails as the network', async () => {
  const { request } = aTransport(async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"error":'));
        controller.error(new TypeError('terminated'));
      },
    });
    return new Response(body);
  });
  expect((await failureOf(request(GET))).kind).toBe('network');
});

it('no connection fails as the network', async () => {
  const { request } = aTransport(async () => {
    throw new TypeError('Failed to fetch');
  });
  expect((await failureOf(request(GET))).kind).toBe('network');
});

it.each([
  ['seconds', () => '7', 7_000],
  ['an HTTP date', (nowMs: number) => new Date(nowMs + 9_000).toUTCString(), 9_000],
])('a 429 says how long to wait by %s', async (_, header, delayMs) => {
  const { request } = aTransport(
    async () =>
      new Response('{"error":["Slow down"]}', {
        status: 429,
        headers: { 'retry-after': header(createFakeClock().now()) },
      }),
  );
  expect(await failureOf(request(GET))).toMatchObject({
    kind: 'rateLimited',
    retryAfterMs: delayMs,
  });
});

it('a 429 without Retry-After leaves the wait to the client', async () => {
  const { request } = answering({}, 429);
  expect((await failureOf(request(GET))).retryAfterMs).toBeNull();
});

it('a request without an answer times out after 15 seconds by the clock', async () => {
  const { clock, request } = aTransport(silent);
  let kind: string | null = null;
  const failed = failureOf(request(GET)).then((failure) => {
    kind = failure.kind;
  });
  await clock.advance(14_999);
  expect(kind).toBeNull();
  await clock.advance(1);
  await failed;
  expect(kind).toBe('timeout');
});

it('a request may have a longer time of its own', async () => {
  const { clock, request } = aTransport(silent);
  let kind: string | null = null;
  void failureOf(request({ ...GET, timeoutMs: 25_000 })).then((failure) => {
    kind = failure.kind;
  });
  await clock.advance(24_999);
  expect(kind).toBeNull();
  await clock.advance(1);
  await clock.advance(0);
  expect(kind).toBe('timeout');
});

it('an answer whose body never ends times out too', async () => {
  const { clock, request } = aTransport(async (_, { signal }) => {
    const body = new ReadableStream({
      start: (controller) =>
        signal?.addEventListener('abort', () => controller.error(signal.reason)),
    });
    return new Response(body);
  });
  const failed = failureOf(request(GET));
  await clock.advance(15_000);
  expect((await failed).kind).toBe('timeout');
});

it('a cancelled request ends as cancelled', async () => {
  const { request } = aTransport(silent);
  const abort = new AbortController();
  const failed = failureOf(request({ ...GET, signal: abort.signal }));
  abort.abort();
  expect((await failed).kind).toBe('cancelled');
});

it('a request cancelled before it starts is not waited for', async () => {
  const { request } = aTransport(async (_, { signal }) => {
    signal?.throwIfAborted();
    return Response.json({});
  });
  const failed = failureOf(request({ ...GET, signal: AbortSignal.abort() }));
  expect((await failed).kind).toBe('cancelled');
});

it('a finished request leaves no timer and no listener behind', async () => {
  const waiting = new Set<unknown>();
  const abort = new AbortController();
  let fetchSignal: AbortSignal | null | undefined;
  const request = createTransport({
    origin: 'https://company.daktela.com',
    language: 'en',
    clock: {
      now: () => 0,
      setTimeout: (callback) => {
        waiting.add(callback);
        return callback;
      },
      clearTimeout: (handle) => waiting.delete(handle),
    },
    async fetch(_, { signal }) {
      fetchSignal = signal;
      return Response.json({});
    },
  });
  await request({ ...GET, signal: abort.signal });
  abort.abort();
  expect(waiting.size).toBe(0);
  expect(fetchSignal?.aborted).toBe(false);
});

it('times of a reply are read by the time of the same reply', async () => {
  const { clock, request } = answering({ result: {}, _time: '2026-01-12 09:00:00' });
  const { readTime } = await request(GET);
  expect(readTime('2026-01-12 08:59:30')).toBe(clock.now() - 30_000);
});

it('a reply with _serverTime alone is read by it', async () => {
  const { clock, request } = answering({ result: {}, _serverTime: '2026-01-12 09:00:00' });
  const { readTime } = await request(GET);
  expect(readTime('2026-01-12 09:00:05')).toBe(clock.now() + 5_000);
});

it.each<[string, Fetch]>([
  [
    'the network quotes the address',
    async (input) => {
      throw new TypeError(`Request to ${input} failed`);
    },
  ],
  ['the server quotes the request', async (input) => Response.json({ error: [`No ${input}`] })],
  [
    'the server quotes it in a long text',
    async (input) =>
      Response.json(
        { error: `${'x'.repeat(290)}${new URL(input).searchParams.get('accessToken')}` },
        { status: 400 },
      ),
  ],
  ['a page quotes it', async (input) => new Response(`<p>${input}</p>`, { status: 502 })],
  ['a page that is no failure quotes it', async (input) => new Response(`<p>${input}</p>`)],
])('the token is in no part of an error when %s', async (_, fetch) => {
  const { request } = aTransport(fetch);
  const error = await failureOf(request({ ...GET, path: [] }));
  const all = [error.message, error.stack, error.cause, JSON.stringify(error), String(error)];
  expect(all.join()).not.toContain(TOKEN);
  expect(all.join()).not.toContain(TOKEN.slice(0, 8));
});
