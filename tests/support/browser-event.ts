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
