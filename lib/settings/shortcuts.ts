import { recordOf, textOf } from '@/lib/daktela/wire';

/** What the keys do. Which keys they are is kept by the browser itself. */
export interface ShortcutSettings {
  /** Name of the pause that the key between ready and pause starts; null for the only one there is. */
  readonly pause: string | null;
}

export const DEFAULT_SHORTCUTS: ShortcutSettings = { pause: null };

export function decodeShortcuts(value: unknown): ShortcutSettings {
  return { pause: textOf(recordOf(value)?.pause) };
}
