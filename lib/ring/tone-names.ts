/** The tones to choose from, in the order they are offered. */
export const TONE_NAMES = ['bells', 'glass', 'wood', 'pulse'] as const;
export type ToneName = (typeof TONE_NAMES)[number];

export function isToneName(value: string | null): value is ToneName {
  return TONE_NAMES.some((name) => name === value);
}
