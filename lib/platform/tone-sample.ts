import type { Sound } from '@/lib/ring/sound';
import { openPlayer } from './open-player';

/** Plays a sound in this very page. Returns how to stop it before it ends. */
export function playSample(sound: Sound, ended: () => void): () => void {
  let isOver = false;
  const stop = () => {
    if (isOver) return;
    isOver = true;
    void player.close();
    ended();
  };
  const player = openPlayer(stop);
  player.play(sound);
  return stop;
}
