import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor, without what other processes took meanwhile. */
  readonly tdur?: number;
  readonly args?: { readonly data?: unknown };
}

/** What scripts cost a page's main thread. */
export interface MainThreadTime {
  /** All tasks of the browser in which a script ran, whole. */
  readonly totalMs: number;
  readonly longestTaskMs: number;
  /** Layout and painting, as far as they took tasks of their own. */
  readonly renderingMs: number;
  /** From the beginning of the first of them to the end of the last, on the clock. */
  readonly spanMs: number;
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
];
const TASK = 'RunTask';
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks']);
const RENDERING = new Set([
  'UpdateLayoutTree',
  'Layout',
  'Paint',
  'PrePaint',
  'Commit',
  'Layerize',
]);

const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
const processorMs = (events: readonly TraceEvent[]) =>
  Math.round(events.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 10) / 100;

/**
 * Adds up the tasks of a page whose only scripts are those that are measured, from the first that
 * names `script` on.
 */
export function mainThreadTime(events: readonly TraceEvent[], script: string): MainThreadTime {
  const first = events
    .filter(
      ({ name, args }) =>
        name === 'EvaluateScript' && JSON.stringify(args?.data ?? '').includes(script),
    )
    .reduce<TraceEvent | null>((a, b) => (a && a.ts <= b.ts ? a : b), null);
  if (!first) throw new Error(`${script} has not run.`);
  const there = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  const tasks = there.filter((event) => event.name === TASK && endOf(event) >= first.ts);
  const partsOf = (task: TraceEvent) =>
    there.filter((part) => part.ts >= task.ts && endOf(part) <= endOf(task));
  const scripts = tasks.filter((task) => partsOf(task).some(({ name }) => SCRIPT.has(name)));
  const rendering = tasks.filter(
    (task) => !scripts.includes(task) && partsOf(task).some(({ name }) => RENDERING.has(name)),
  );
  const last = scripts.at(-1);
  return {
    totalMs: processorMs(scripts),
    longestTaskMs: Math.max(0, ...scripts.map((task) => processorMs([task]))),
    renderingMs: processorMs(rendering),
    spanMs: last ? Math.round((endOf(last) - first.ts) / 10) / 100 : 0,
  };
}

/** Records what the browser does while `act` runs. */
export async function traced(page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await act();
  const trace = await page.tracing.stop();
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}
