import { vi } from 'vitest';

interface Listenable<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** Puts listeners of an event that the fake browser does not have where a test can call them. */
export function stubEvent<Listener>(event: Listenable<Listener>): Set<Listener> {
  const listeners = new Set<Listener>();
  vi.spyOn(event, 'addListener').mockImplementation((listener) => {
    listeners.add(listener);
  });
  vi.spyOn(event, 'removeListener').mockImplementation((listener) => {
    listeners.delete(listener);
  });
  return listeners;
}

/** An event of an API that the fake browser does not have at all. */
export function createEvent<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => unknown>();
  return {
    addListener: (listener: (...args: Args) => unknown) => void listeners.add(listener),
    async fire(...args: Args): Promise<void> {
      await Promise.all([...listeners].map((listener) => listener(...args)));
    },
  };
}
