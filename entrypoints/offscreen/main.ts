import { systemClock } from '@/lib/platform/clock';
import { send } from '@/lib/platform/messages';
import { onSound } from '@/lib/platform/sound-messages';
import { createPlayer } from '@/lib/ring/player';
import { createRingLease } from '@/lib/ring/ring-lease';

const close = () => window.close();

const lease = createRingLease({
  clock: systemClock,
  player: createPlayer(new AudioContext(), speechSynthesis, close),
  ask: () => void send({ type: 'alerts.check' }),
  over: close,
});

onSound(lease.play);
