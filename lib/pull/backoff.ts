const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
/** Full jitter may draw zero; a server in trouble deserves a breath. */
const SHORTEST_DELAY_MS = 250;

/**
 * Milliseconds to wait after the n-th failure in a row (1, 2, …). Full jitter, so that a contact
 * centre whose server restarts does not come back in one wave.
 * @param random a number from 0 up to 1
 */
export function backoffMs(failures: number, random: number): number {
  const ceilingMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
  return Math.max(SHORTEST_DELAY_MS, Math.round(ceilingMs * random));
}
