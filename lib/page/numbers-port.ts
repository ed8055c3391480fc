import { NUMBERS_PORT, type PageNumbers } from '@/lib/messages/page-numbers';

/** As much of a port as it takes to tell something through it. */
export interface TellingPort {
  readonly name: string;
  postMessage(message: unknown): void;
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** Often enough for somebody who watches the count grow. */
const TELL_EVERY_MS = 200;

/** Tells those who opened a port what is on the page. */
export function createNumbersPort(report: () => PageNumbers) {
  const ports = new Set<TellingPort>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    timer = undefined;
    if (ports.size === 0) return;
    const numbers = report();
    for (const port of ports) port.postMessage(numbers);
    // Nothing else tells that the last question has been answered.
    if (numbers.scanning) changed();
  }

  function changed(): void {
    if (ports.size > 0) timer ??= setTimeout(tell, TELL_EVERY_MS);
  }

  return {
    opened(port: TellingPort): void {
      if (port.name !== NUMBERS_PORT) return;
      ports.add(port);
      port.onDisconnect.addListener(() => void ports.delete(port));
      port.postMessage(report());
      changed();
    },
    changed,
    close: () => clearTimeout(timer),
  };
}
