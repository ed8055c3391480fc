import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bundleScript } from '../support/bundle-script';

/** The scripts of the demo pages; each is one page. */
const SCRIPTS = {
  react: 'react-page.tsx',
  vue: 'vue-page.ts',
  components: 'components-page.ts',
  list: 'list-page.ts',
  hostile: 'hostile-page.ts',
} as const;

type DemoPageName = keyof typeof SCRIPTS;

/** One script with its framework in it, in the version that warns of everything. */
const bundle = (name: DemoPageName) =>
  bundleScript(join(import.meta.dirname, SCRIPTS[name]), 'demoPage', {
    mode: 'development',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    // Templates are compiled in the page.
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
  });

const page = (script: string) =>
  `<!doctype html><html lang="cs"><head><meta charset="utf-8"><title>Demo</title></head><body><script src="${script}"></script></body></html>`;

export interface DemoPages {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves pages of React, Vue and Web Components, a long list, and hostile pages, on loopback.
 * @param names which of the pages with a script of their own to bundle
 */
export async function startDemoPages(names: readonly DemoPageName[]): Promise<DemoPages> {
  const app = new Hono();
  for (const name of names) {
    const script = await bundle(name);
    app.get(`/${name}.js`, (context) =>
      context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    );
    app.get(`/${name}`, (context) => context.html(page(`/${name}.js`)));
  }
  app.get('/redefined', (context) =>
    context.html(readFileSync(join(import.meta.dirname, 'redefined.html'), 'utf8')),
  );
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port: 0, hostname: '127.0.0.1' },
      (info: AddressInfo) => {
        resolve({
          origin: `http://demo.localhost:${info.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once('error', reject);
  });
}
