import type { ReadonlySignal } from '@preact/signals';
import type { Sound } from '@/lib/ring/sound';
import type { Rung } from '@/lib/settings/alerts';
import type { Shortcut } from '@/lib/settings/shortcuts';

/** A device to ring on, by the browser's id of it. */
export interface AudioOutput {
  readonly id: string;
  readonly title: string;
}

/** What the settings of alerts need from the world outside. */
export interface AlertPorts {
  /** Whether the agent's calls ring on telephones alone at the moment. */
  readonly onTelephone: ReadonlySignal<boolean>;
  /** Whether the browser can ring elsewhere than on the system's own device. */
  readonly canChooseOutput: boolean;
  /** Those that the browser tells of. */
  readonly outputs: ReadonlySignal<readonly AudioOutput[]>;
  /** Opens the browser's prompt; must be called in the very click. */
  allowOutputs(): Promise<boolean>;
  /** Plays a sound in this page. Returns how to stop it before it ends; `ended` is called then too. */
  playSample(sound: Sound, ended: () => void): () => void;
  readonly test: AlertTestPorts;
}

export interface AlertTestPorts {
  /** As the browser calls itself. */
  readonly browserName: string;
  readSystem(): Promise<'windows' | 'mac' | 'chromeos' | 'other'>;
  notificationsAllowed(): Promise<boolean>;
  /** Whether the toolbar button, and with it the badge, is in sight. */
  isButtonPinned(): Promise<boolean>;
  readShortcuts(): Promise<readonly Shortcut[]>;
  openShortcutSettings(): Promise<void>;
  /**
   * Has a call ring that is only a test, until the returned function is called.
   * @param noticed called when the agent has pressed its notification
   * @param stopped called when something else has ended it
   */
  ring(rungs: readonly Rung[], noticed: () => void, stopped: () => void): () => void;
}
