import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

export interface GalleryServer {
  /** Address of the page with all looks, ending in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the gallery on loopback. @param port 0 for any */
export async function serveGallery(port = 0): Promise<GalleryServer> {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    cacheDir: 'node_modules/.vite-gallery',
    resolve: { alias: { '@': ROOT } },
    plugins: [preact()],
    // Nothing changes while a test looks, and a reload would take the page away from it.
    server: { host: '127.0.0.1', port, hmr: false, watch: null },
    optimizeDeps: { entries: ['tests/gallery/look.html'] },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The gallery has no address.');
  return {
    address: `${address}tests/gallery/`,
    close: () => server.close(),
  };
}
