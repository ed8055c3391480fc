import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createCrm } from './crm';

/** Serves the demo CRM on loopback, under a name of its own so that it is another site than Daktela. */
export async function startCrm({ port = 0 }: { port?: number } = {}): Promise<{
  origin: string;
  close(): Promise<void>;
}> {
  const crm = createCrm();
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: crm.fetch, port, hostname: '127.0.0.1' }, (info: AddressInfo) => {
      resolve({
        origin: `http://crm.localhost:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
