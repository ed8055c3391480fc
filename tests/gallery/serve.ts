import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { build, type InlineConfig, preview } from 'vite';

const PAGES = ['index.html', 'look.html'];

export interface GalleryServer {
  /** Address of the page with all looks, ending in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Builds the gallery, which is opened again for each look, and serves it on loopback.
 * @param port 0 for any
 */
export async function serveGallery(port = 0): Promise<GalleryServer> {
  const outDir = mkdtempSync(join(tmpdir(), 'agent-widget-gallery-'));
  const config: InlineConfig = {
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': resolve(import.meta.dirname, '../..') } },
    plugins: [preact()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      rollupOptions: { input: PAGES.map((page) => join(import.meta.dirname, page)) },
    },
    preview: { host: '127.0.0.1', port },
  };
  await build(config);
  const server = await preview(config);
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The gallery has no address.');
  return {
    address,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
