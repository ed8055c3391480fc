/** Name by which the script shows, in its own world of the page, that it is at work. */
export const ALIVE = 'agentWidgetRuns';

/** Whether the script is at work in this document already. */
export const isAlive = () => (globalThis as Record<string, unknown>)[ALIVE] === true;

/**
 * Shows until the signal is aborted that the script is at work in this document, so that it is not
 * brought in once more.
 */
export function showAlive(signal: AbortSignal): void {
  const world = globalThis as Record<string, unknown>;
  world[ALIVE] = true;
  signal.addEventListener('abort', () => {
    delete world[ALIVE];
  });
}
