export interface Spread {
  readonly medianMs: number;
  readonly worstMs: number;
}

export function spreadOf(samplesMs: readonly number[]): Spread {
  const sorted = [...samplesMs].sort((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round((ms ?? Number.NaN) * 10) / 10;
  return { medianMs: round(sorted[Math.floor(sorted.length / 2)]), worstMs: round(sorted.at(-1)) };
}
