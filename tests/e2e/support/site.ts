import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  /** Another site than Daktela and the demo CRM. */
  readonly origin: string;
  close(): Promise<void>;
}

interface SitePage {
  readonly html: string;
  readonly csp?: string;
}

/** Serves pages made up for a test on loopback, by their path. */
export async function serveSite(pages: Readonly<Record<string, SitePage>>): Promise<Site> {
  const server = createServer(({ url = '/' }, response) => {
    const page = pages[url];
    response.statusCode = page ? 200 : 404;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page?.csp) response.setHeader('content-security-policy', page.csp);
    response.end(`<!doctype html><html lang="en"><title>${url}</title>${page?.html ?? ''}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://site.localhost:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
