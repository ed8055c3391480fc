import { browser } from './browser';
import { readStored } from './read-stored';

/**
 * Calls back with what is stored under the key, and after every change of it. Undefined stands for
 * nothing stored and for what cannot be read. Returns how to stop.
 */
export function watchStored(
  area: 'session' | 'local',
  key: string,
  changed: (value: unknown) => void,
): () => void {
  // Of this area alone: the agent's state is written with every pull, and reading of it what is of no
  // concern takes the background longer than to alert.
  const events = browser.storage[area].onChanged;
  let isLatest = false;
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (!change) return;
    isLatest = true;
    changed(change.newValue);
  };
  // A write during the first read is newer than what the read brings.
  const show = (value: unknown) => {
    if (!isLatest) changed(value);
  };
  events.addListener(onChanged);
  void readStored(area, key).then(show, () => show(undefined));
  return () => {
    isLatest = true;
    events.removeListener(onChanged);
  };
}
