import { signal } from '@preact/signals';
import type { AlertPorts, AudioOutput } from '@/components/options/alert-ports';
import type { Sound } from '@/lib/ring/sound';
import type { Rung } from '@/lib/settings/alerts';
import type { Shortcut } from '@/lib/settings/shortcuts';

/** A browser that rings, plays and notifies nobody, and tells what it was asked for. */
export function createAlertStandIns() {
  const onTelephone = signal(false);
  const outputs = signal<readonly AudioOutput[]>([]);
  const world = {
    onTelephone,
    outputs,
    /** What the browser has behind its prompt, and whether the agent lets us see it. */
    hidden: [{ id: 'l', title: 'Loudspeaker' }] as readonly AudioOutput[],
    allowsOutputs: true,
    notificationsAllowed: true,
    isButtonPinned: true,
    system: 'windows' as 'windows' | 'mac' | 'chromeos' | 'other',
    shortcuts: [
      {
        name: 'call-selection',
        title: 'Call the selection',
        keys: 'Alt+Shift+C',
        suggested: 'Alt+Shift+C',
      },
    ] as readonly Shortcut[],
    shortcutPages: 0,
    /** The sound that plays, as a sample. */
    sample: null as { sound: Sound; ended(): void } | null,
    /** The test call that rings. */
    ringing: null as { rungs: readonly Rung[]; noticed(): void; stopped(): void } | null,
    rings: 0,
  };
  const ports: AlertPorts = {
    onTelephone,
    canChooseOutput: true,
    outputs,
    async allowOutputs() {
      if (world.allowsOutputs) outputs.value = world.hidden;
      return world.allowsOutputs;
    },
    playSample(sound, ended) {
      world.sample = {
        sound,
        ended() {
          world.sample = null;
          ended();
        },
      };
      return () => world.sample?.ended();
    },
    test: {
      browserName: 'Chrome',
      readSystem: async () => world.system,
      notificationsAllowed: async () => world.notificationsAllowed,
      isButtonPinned: async () => world.isButtonPinned,
      readShortcuts: async () => world.shortcuts,
      async openShortcutSettings() {
        world.shortcutPages += 1;
      },
      ring(rungs, noticed, stopped) {
        const ring = { rungs, noticed, stopped };
        world.ringing = ring;
        world.rings += 1;
        return () => {
          if (world.ringing === ring) world.ringing = null;
        };
      },
    },
  };
  return Object.assign(world, { ports });
}
