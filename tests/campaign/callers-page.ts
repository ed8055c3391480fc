import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Opening } from './tally';

/** A CRM that notes for which activity it is opened. */
export interface CallersPage {
  /** Template of its address. */
  readonly template: string;
  readonly openings: readonly Opening[];
  close(): Promise<void>;
}

export async function serveCallersPage(): Promise<CallersPage> {
  const openings: Opening[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const activity = new URL(url, 'http://crm.localhost').searchParams.get('call');
    if (activity !== null) openings.push({ activity, atMs: Date.now() });
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Caller</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    template: `http://crm.localhost:${port}/?call={activity}&number={number}`,
    openings,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
