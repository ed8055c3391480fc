// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DaktelaError } from '@/lib/daktela/failure';
import { createDialJournal } from '@/lib/session/dial-journal';
import { createLastingStorage } from '../../support/lasting-storage';
import { createTestClock } from '../../support/test-clock';

const IDS = ['a', 'b', 'c', 'd'] as const;
const NUMBERS = ['+420700111222', '700111222', '+420700333444'] as const;

const click = fc.record({
  type: fc.constant('click' as const),
  id: fc.constantFrom(...IDS),
  number: fc.constantFrom(...NUMBERS),
  answer: fc.constantFrom('created', 'refused', 'cut', 'never'),
  afterMs: fc.integer({ min: 0, max: 4_000 }),
});
const kill = fc.record({ type: fc.constant('kill' as const) });
const killAtStep = fc.record({
  type: fc.constant('killAtStep' as const),
  steps: fc.integer({ min: 1, max: 6 }),
});
const wait = fc.record({
  type: fc.constant('wait' as const),
  ms: fc.constantFrom(0, 1, 500, 2_999, 3_001, 25_000, 600_000),
});
const full = fc.record({ type: fc.constant('storageFails' as const) });

const SAME_CLICK_MS = 3_000;

it('however clicks, messages that come twice, broken answers and killed workers mix, each intent is sent once at most', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(click, click, click, kill, killAtStep, wait, full), { maxLength: 25 }),
      async (moves) => {
        const clock = createTestClock();
        const sent: { id: string; number: string; atMs: number }[] = [];
        let stepsLeft = Number.POSITIVE_INFINITY;
        let life = { dead: false };
        const storage = createLastingStorage(() => {
          stepsLeft -= 1;
          if (stepsLeft === 0) life.dead = true;
        });
        const start = () => {
          life = { dead: false };
          return createDialJournal(storage.sessionStore(life), clock);
        };
        let journal = start();
        const wake = async () => {
          if (!life.dead) return;
          stepsLeft = Number.POSITIVE_INFINITY;
          journal = start();
          // As resuming is tried once more when storage has failed.
          await journal.takeInterrupted().catch(() => journal.takeInterrupted());
        };

        for (const move of moves) {
          await wake();
          if (move.type === 'kill') life.dead = true;
          if (move.type === 'killAtStep') stepsLeft = move.steps;
          if (move.type === 'storageFails') storage.failNext('writeDials');
          if (move.type === 'wait') await clock.advance(move.ms);
          if (move.type !== 'click') continue;
          const { id, number, answer, afterMs } = move;
          const mine = life;
          const send = () => {
            // A dead worker's request does not leave; its journal may have been written all the same.
            if (!mine.dead) sent.push({ id, number, atMs: clock.now() });
            return new Promise<string | null>((resolve, reject) => {
              if (answer === 'never') return;
              clock.setTimeout(() => {
                if (mine.dead) return;
                if (answer === 'created') resolve(`call of ${id}`);
                else reject(new DaktelaError(answer === 'cut' ? 'network' : 'refused'));
              }, afterMs);
            });
          };
          void journal.dial(id, number, send).catch(() => {});
          await clock.settle();
        }

        for (const id of IDS) {
          expect(sent.filter((dial) => dial.id === id).length).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('clicks on one number within a moment are sent once, unless the server has refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: SAME_CLICK_MS - 1 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('created', 'cut'),
      fc.integer({ min: 0, max: 2_000 }),
      fc.boolean(),
      async (momentsMs, answer, afterMs, isKilled) => {
        const clock = createTestClock();
        let life = { dead: false };
        const storage = createLastingStorage(() => {});
        let journal = createDialJournal(storage.sessionStore(life), clock);
        let sent = 0;
        const send = () => {
          sent += 1;
          return new Promise<string | null>((resolve, reject) => {
            clock.setTimeout(() => {
              if (answer === 'created') resolve('call');
              else reject(new DaktelaError('network'));
            }, afterMs);
          });
        };
        const ordered = [...momentsMs].sort((a, b) => a - b);
        for (const [at, momentMs] of ordered.entries()) {
          await clock.advance(momentMs - (ordered[at - 1] ?? 0));
          if (isKilled && at === 1) {
            life.dead = true;
            life = { dead: false };
            journal = createDialJournal(storage.sessionStore(life), clock);
            await journal.takeInterrupted();
          }
          void journal.dial(`click ${at}`, '+420700111222', send);
          await clock.settle();
        }
        expect(sent).toBe(1);
      },
    ),
    { numRuns: 300 },
  );
});
