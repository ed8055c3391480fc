import * as v from 'valibot';
import type { Sound } from '@/lib/ring/sound';
import { TONE_NAMES } from '@/lib/ring/tone-names';

const text = v.pipe(v.string(), v.maxLength(500));

const play = v.object({
  type: v.literal('sound.play'),
  sound: v.object({
    key: text,
    tone: v.picklist([...TONE_NAMES, 'lost']),
    volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    output: v.nullable(text),
    repeat: v.boolean(),
    spoken: v.nullable(v.object({ text, language: text })),
  }),
});

/** The message by which the background has something played in a page that can be heard. */
export function soundMessage(sound: Sound): object {
  return { type: 'sound.play', sound };
}

/** The sound of such a message; null for any other message. */
export function decodeSound(message: unknown): Sound | null {
  const parsed = v.safeParse(play, message);
  return parsed.success ? parsed.output.sound : null;
}
