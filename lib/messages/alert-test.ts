import * as v from 'valibot';
import { RUNGS, type Rung } from '@/lib/settings/alerts';

/** A page of ours rings as long as it holds this connection. */
export const ALERT_TEST_PORT = 'alert-test';

const ring = v.object({ rungs: v.array(v.picklist(RUNGS)) });

/** What is to be tried; null for anything else. */
export function decodeTestRing(message: unknown): readonly Rung[] | null {
  const parsed = v.safeParse(ring, message);
  return parsed.success ? parsed.output.rungs : null;
}
