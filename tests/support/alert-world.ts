import type { Note } from '@/lib/agent/alerts';
import type { AgentState } from '@/lib/agent/state';
import { ENGLISH } from '@/lib/i18n/english';
import type { Sound } from '@/lib/ring/sound';
import { type AlertKeeper, createAlertKeeper } from '@/lib/session/alert-keeper';
import type { AlertRecord } from '@/lib/session/ports';
import { DEFAULT_ALERTS } from '@/lib/settings/alerts';
import { createTestClock } from './test-clock';

/** A browser that outlives the workers which alert in it, and notes all that happens. */
export function createAlertWorld() {
  const clock = createTestClock();
  const visible = new Map<string, Note>();
  const happened: string[] = [];
  const broken = new Set<'show' | 'play' | 'open' | 'write'>();
  let record: AlertRecord | null = null;
  let heard: Sound | null = null;
  const world = {
    clock,
    settings: DEFAULT_ALERTS,
    visible,
    /** What does not work at the moment. */
    broken,
    get heard() {
      return heard;
    },
    get record() {
      return record;
    },
    /** A worker that has just been started, with no memory of its own. */
    startWorker(): AlertKeeper {
      return createAlertKeeper({
        clock,
        store: {
          read: async () => structuredClone(record),
          async write(next) {
            if (broken.has('write')) throw new Error('The storage is full.');
            record = structuredClone(next);
          },
        },
        context: async () => ({ settings: world.settings, words: ENGLISH }),
        notes: {
          shown: async () => [...visible.keys()],
          async show(note) {
            if (broken.has('show')) throw new Error('No notifications.');
            visible.set(note.id, note);
            happened.push(`show ${note.id}`);
          },
          async clear(id) {
            if (visible.delete(id)) happened.push(`clear ${id}`);
          },
        },
        ringer: {
          async play(sound) {
            if (broken.has('play')) throw new Error('No sound card.');
            if (heard?.key !== sound.key) happened.push(`play ${sound.key}`);
            heard = sound;
          },
          async stop() {
            if (heard) happened.push('stop');
            heard = null;
          },
        },
        async openDesk() {
          if (broken.has('open')) throw new Error('No window.');
          happened.push('open');
        },
      });
    },
    /** What has happened since it was last asked, by name: what happens together has no order. */
    taken(): string[] {
      return happened.splice(0).sort();
    },
    /** The same state as a pull of this moment would confirm it. */
    fresh(state: AgentState): AgentState {
      return { ...state, pulledAtMs: clock.now() };
    },
  };
  return world;
}
