import {
  type Alerts,
  alertsOf,
  NO_MEMORY,
  type Note,
  toldBy,
  withoutPast,
} from '@/lib/agent/alerts';
import { isPulledSince, isStale } from '@/lib/agent/derive';
import { type UnansweredRings, withUnanswered } from '@/lib/agent/ring-time';
import type { AgentState } from '@/lib/agent/state';
import type { Sound } from '@/lib/ring/sound';
import type { AlertPorts, AlertRecord } from './ports';
import { createTurns } from './turns';

export interface AlertKeeper {
  /** Makes what is seen and heard match the state. Resolves when what is seen does. */
  show(state: AgentState): Promise<void>;
  /** The agent has clicked a notification or put it away: it is noticed, and alerts no more. */
  noticed(id: string, state: AgentState): Promise<void>;
}

const together = (one: readonly string[], other: readonly string[]) => [
  ...new Set([...one, ...other]),
];

/**
 * Reconciles notifications, sound and the desk with the state, however often and after whatever
 * restart: it knows what is shown from the browser, and what has been done from its own record.
 */
export function createAlertKeeper(ports: AlertPorts): AlertKeeper {
  const inTurn = createTurns();
  // Opening what can be heard takes its time, and nothing that is seen waits for it.
  const soundInTurn = createTurns();
  const bornAtMs = ports.clock.now();
  let record: AlertRecord | null = null;
  let previous: AgentState | null = null;
  let waiting: AgentState[] = [];
  /** Key of what is heard; what an earlier life has left ringing is not known. */
  let playing: string | null | 'unknown' = 'unknown';

  async function load(): Promise<AlertRecord> {
    const [stored, visible] = await Promise.all([ports.store.read(), ports.notes.shown()]);
    const memory = stored?.memory ?? NO_MEMORY;
    // Shown in the last moment of an earlier life, it may not have been noted any more.
    const shown = together(memory.shown, visible);
    return { memory: { ...memory, shown }, rings: stored?.rings ?? {} };
  }

  /** Gives the ids of those that are shown now. What fails is tried again with the next state. */
  async function reconcileNotes(
    wanted: readonly Note[],
    shown: readonly string[],
  ): Promise<string[]> {
    const ids = new Set(wanted.map(({ id }) => id));
    const gone = shown.filter((id) => !ids.has(id));
    const fresh = wanted.filter(({ id }) => !shown.includes(id));
    const [, ...added] = await Promise.all([
      Promise.all(gone.map((id) => ports.notes.clear(id).catch(() => {}))),
      ...fresh.map((note) =>
        ports.notes.show(note).then(
          () => [note.id],
          () => [],
        ),
      ),
    ]);
    return [...shown.filter((id) => ids.has(id)), ...added.flat()];
  }

  /** Gives the keys of what has been heard. */
  function reconcileSound(sound: Sound | null, heard: readonly string[]): readonly string[] {
    const isNew = sound !== null && (sound.repeat || !heard.includes(sound.key));
    if (isNew) {
      playing = sound.key;
      void soundInTurn(() => ports.ringer.play(sound)).catch(() => {});
      return sound.repeat ? heard : [...heard, sound.key];
    }
    if (playing !== null && playing !== sound?.key) {
      playing = null;
      void soundInTurn(() => ports.ringer.stop()).catch(() => {});
    }
    return heard;
  }

  /** The desk comes once for all that rings at the same time. */
  async function reconcileDesk(
    openFor: readonly string[],
    opened: readonly string[],
  ): Promise<readonly string[]> {
    const isOpened = openFor.some((id) => opened.includes(id));
    if (openFor.length > 0 && !isOpened) await ports.openDesk().catch(() => {});
    return together(opened, openFor);
  }

  /**
   * What an earlier life has left may be over since: until this one has asked the server, alerts end
   * with it and none begins.
   */
  async function goOn({ notes, sound }: Alerts, record: AlertRecord): Promise<AlertRecord> {
    const { memory, rings } = record;
    const going = notes.filter(({ id }) => memory.shown.includes(id) || id.startsWith('notice:'));
    if (sound === null) reconcileSound(null, memory.heard);
    return { memory: { ...memory, shown: await reconcileNotes(going, memory.shown) }, rings };
  }

  async function bringAbout(
    { notes, sound, openFor }: Alerts,
    { memory, rings }: AlertRecord,
  ): Promise<AlertRecord> {
    const heard = reconcileSound(sound, memory.heard);
    const [shown, opened] = await Promise.all([
      reconcileNotes(notes, memory.shown),
      reconcileDesk(openFor, memory.opened),
    ]);
    return { memory: { ...memory, shown, heard, opened }, rings };
  }

  function learn(rings: UnansweredRings, states: readonly AgentState[]): UnansweredRings {
    return states.reduce((known, state) => {
      const before = previous;
      previous = state;
      if (state.signIn.phase !== 'signedIn') return {};
      return before === null ? known : withUnanswered(known, before, state);
    }, rings);
  }

  async function keep(next: AlertRecord): Promise<void> {
    const isChanged = JSON.stringify(next) !== JSON.stringify(record);
    record = next;
    if (isChanged) await ports.store.write(next).catch(() => {});
  }

  /** Works off all states that have come meanwhile; only the last one is still to be shown. */
  async function reconcile(): Promise<void> {
    const states = waiting;
    waiting = [];
    const state = states.at(-1);
    if (!state) return;
    const [known, context] = await Promise.all([record ?? load(), ports.context()]);
    const memory = withoutPast(known.memory, state);
    const rings = learn(known.rings, states);
    const alerts = alertsOf(state, { ...context, memory, rings }, ports.clock.now());
    record ??= known;
    const next = { memory, rings };
    if (alerts === null) await keep(next);
    else await keep(await (isRemembered(state) ? goOn : bringAbout)(alerts, next));
  }

  function isRemembered(state: AgentState): boolean {
    const isOurs = isPulledSince(state, bornAtMs);
    return state.signIn.phase === 'signedIn' && !isOurs && !isStale(state, ports.clock.now());
  }

  function show(state: AgentState): Promise<void> {
    waiting.push(state);
    return inTurn(reconcile).catch(() => {});
  }

  return {
    show,
    async noticed(id, state) {
      await inTurn(async () => {
        record ??= await load();
        const { memory, rings } = record;
        const noticed = together(memory.noticed, toldBy(id, state));
        await keep({ memory: { ...memory, noticed }, rings });
      }).catch(() => {});
      await show(state);
    },
  };
}
