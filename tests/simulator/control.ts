import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { isObject } from './api-call';
import { type ControlTarget, controlActions } from './control-actions';
import { showFault } from './control-faults';
import { ControlInput } from './control-input';
import { seedPeople } from './seed-people';
import { setSwitches, switchNames, switchTable } from './switches';

/** Control interface for tests and people: never reached by the extension itself. */
const page = new URL('.', import.meta.url);
const source = (name: string) => readFileSync(new URL(name, page), 'utf8');

function asset(name: string, type: string): Response {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' };
  return new Response(source(name), { headers });
}

/** The desk page's script; the compiler is only loaded when somebody opens the page. */
async function deskScript(): Promise<Response> {
  const { default: typescript } = await import('typescript');
  const { ModuleKind, ScriptTarget } = typescript;
  const compilerOptions = { target: ScriptTarget.ES2022, module: ModuleKind.ES2022 };
  const { outputText } = typescript.transpileModule(source('desk.ts'), { compilerOptions });
  return new Response(outputText, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  });
}

async function readObject(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text.trim() === '') return {};
  const body: unknown = JSON.parse(text);
  if (!isObject(body)) throw new Error('The body must be a JSON object');
  return body;
}

const describeSwitches = ({ switches }: ControlTarget) =>
  switchNames.map((name) => {
    const { initial, doc, allowed } = switchTable[name];
    return { name, value: switches[name], initial, doc, allowed: allowed ?? null };
  });

function state(target: ControlTarget) {
  const { world, faults, switches } = target;
  return {
    ...(world.toJSON() as object),
    switches,
    connectionBroken: faults.broken,
    faults: faults.list().map(({ id, fault }) => ({ id, fault: showFault(fault) })),
  };
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** A page from elsewhere must not play the phone network. */
function fromElsewhere(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  return !URL.canParse(origin) || !loopback.test(new URL(origin).hostname);
}

function filteredRequests({ requests }: ControlTarget, query: URLSearchParams) {
  const agent = query.get('agent');
  const path = query.get('path');
  const last = Number(query.get('last') ?? requests.length);
  const found = requests.filter(
    (request) =>
      (agent === null || request.agent === agent) && (path === null || request.path.includes(path)),
  );
  return last > 0 ? found.slice(-last) : [];
}

export function createControl(target: ControlTarget): {
  fetch(request: Request): Promise<Response>;
} {
  const control = new Hono({ strict: false }).basePath('/_sim');
  control.use(async (c, next) => {
    if (fromElsewhere(c.req.raw)) return c.json({ error: 'Only for pages on this computer' }, 403);
    return next();
  });
  control.get('/', () => asset('desk.html', 'text/html'));
  control.get('/desk.css', () => asset('desk.css', 'text/css'));
  control.get('/desk.js', () => deskScript());
  control.get('/state', (c) => c.json(state(target)));
  control.get('/people', (c) =>
    c.json(seedPeople.map(({ name, password, token }) => ({ name, password, token }))),
  );
  control.get('/requests', (c) => {
    return c.json(filteredRequests(target, new URL(c.req.url).searchParams));
  });
  control.get('/switches', (c) => c.json(describeSwitches(target)));
  control.patch('/switches', async (c) => {
    setSwitches(target.switches, await readObject(c.req.raw));
    return c.json(target.switches);
  });
  control.post('/:action', async (c) => {
    const name = c.req.param('action');
    const action = Object.hasOwn(controlActions, name) ? controlActions[name] : undefined;
    if (action === undefined) return c.json({ error: `Unknown action: ${name}` }, 404);
    const input = new ControlInput(await readObject(c.req.raw));
    const result = action(target, input) as object;
    return c.json({ ok: true, ...result });
  });
  control.notFound((c) => c.json({ error: 'No such control address' }, 404));
  control.onError((error, c) => c.json({ error: error.message }, 400));
  return { fetch: async (request) => control.fetch(request) };
}
