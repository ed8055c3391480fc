import { createPlayer, type Player } from '@/lib/ring/player';

export interface OpenPlayer extends Pick<Player, 'play'> {
  /** Falls silent and lets the sound card go, which it would keep awake. To be called once. */
  close(): Promise<void>;
}

/**
 * A player that is heard in this very page.
 * @param ended called when a sound that does not repeat has come to its end
 */
export function openPlayer(ended: () => void): OpenPlayer {
  const context = new AudioContext();
  const player = createPlayer(context, globalThis.speechSynthesis, ended);
  return {
    play: player.play,
    close() {
      player.stop();
      return context.close();
    },
  };
}
