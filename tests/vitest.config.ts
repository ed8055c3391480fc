import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing';

const root = new URL('..', import.meta.url).pathname;
const resolve = { alias: { '@': root.replace(/\/$/, '') } };

/** Measure time: nothing else may keep the machine busy meanwhile. */
const ALONE = ['tests/e2e/page-pace.test.ts', 'tests/e2e/ring-campaign.test.ts'];

/** End-to-end tests come last, as they take their time; all others are quick to tell what is wrong. */
export default defineConfig({
  test: {
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
          // No file leaves anything behind that another would notice.
          isolate: false,
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
          exclude: ALONE,
          sequence: { groupOrder: 1 },
          globalSetup: ['tests/e2e/setup.ts'],
          // Files share browsers.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        root,
        resolve,
        test: {
          name: 'e2e-alone',
          include: ALONE,
          // One after the other.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
