import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing';

const root = new URL('..', import.meta.url).pathname;

/** Unit tests run everywhere at once; end-to-end tests share two cores and run one after another. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/{lib,components,simulator,crm,browsers}/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
