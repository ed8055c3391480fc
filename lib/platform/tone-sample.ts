import { createPlayer } from '@/lib/ring/player';
import type { Sound } from '@/lib/ring/sound';

/** Plays a sound in this very page. Returns how to stop it before it ends. */
export function playSample(sound: Sound, ended: () => void): () => void {
  const context = new AudioContext();
  const stop = () => {
    if (context.state === 'closed') return;
    player.stop();
    // Held open, it would keep the sound card awake.
    void context.close();
    ended();
  };
  const player = createPlayer(context, globalThis.speechSynthesis, stop);
  player.play(sound);
  return stop;
}
