import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing';

const root = new URL('..', import.meta.url).pathname;
const resolve = { alias: { '@': root.replace(/\/$/, '') } };

/** Unit tests run side by side; end-to-end tests share two cores and run one after another. */
export default defineConfig({
  test: {
    projects: [
      {
        root,
        resolve,
        test: {
          name: 'unit',
          include: ['tests/{lib,components,simulator,corpus,crm,browsers}/**/*.test.{ts,tsx}'],
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
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
