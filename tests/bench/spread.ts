export interface Spread {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
}

export function spreadOf(samplesMs: readonly number[]): Spread {
  const sorted = [...samplesMs].sort((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round((ms ?? Number.NaN) * 10) / 10;
  const at = (part: number) => round(sorted[Math.floor(sorted.length * part)]);
  return { medianMs: at(0.5), p95Ms: at(0.95), worstMs: round(sorted.at(-1)) };
}
