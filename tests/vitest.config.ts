import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing';

const root = new URL('..', import.meta.url).pathname;
const resolve = { alias: { '@': root.replace(/\/$/, '') } };

/** A file that does little but wait for a minute of real time should not begin when all others have ended. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification) => moduleId.endsWith('/idle.test.ts');
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

/** End-to-end tests come last, as they take their time; all others are quick to tell what is wrong. */
export default defineConfig({
  test: {
    sequence: { sequencer: WaitingFirst },
    // A core each; unasked, one would be left free.
    maxWorkers: 2,
    projects: [
      {
        root,
        resolve,
        test: {
          name: 'unit',
          include: [
            'tests/{lib,components,simulator,corpus,crm,browsers,campaign}/**/*.test.{ts,tsx}',
          ],
          exclude: ['tests/lib/platform/**'],
          // Property tests and killed workers take their time on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        root,
        // Brings a stand-in for the browser's own API, which only this layer touches.
        plugins: [WxtVitest()],
        test: {
          name: 'platform',
          include: ['tests/lib/platform/**/*.test.ts'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      { root, resolve, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
      {
        root,
        resolve,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // They wait at times.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          globalSetup: ['tests/e2e/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
