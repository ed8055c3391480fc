import { signal } from '@preact/signals';
import type { IdlePorts } from '@/components/options/settings-ports';
import type { Pause } from '@/lib/daktela/pause';

/** A browser that tells whether anybody is at the computer once it is asked in a click. */
export function createIdleStandIns() {
  const pauses = signal<readonly Pause[]>([]);
  const isStaticLogin = signal(false);
  const isAllowed = signal(false);
  const answer = { says: true };
  const ports: IdlePorts = {
    pauses,
    isStaticLogin,
    isAllowed,
    tellsLocked: true,
    async allow() {
      isAllowed.value = answer.says;
      return answer.says;
    },
    async disallow() {
      isAllowed.value = false;
    },
  };
  return { ports, pauses, isStaticLogin, isAllowed, answer };
}
