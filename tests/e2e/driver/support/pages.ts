import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = `<!doctype html><html lang="en"><title>CRM</title>
<style>@media (prefers-color-scheme: dark) { body { background: black; color: white; } }</style>
<h1>CRM</h1><p id="number">+420123456789</p>
<button onclick="this.textContent = 'trusted: ' + event.isTrusted">Page button</button>`;

export interface Pages {
  readonly port: number;
  /** Address of a page under that name, which must lead to this computer. */
  at(host: string): string;
  /** How many polls hang, and how many were cut off by the other side. */
  readonly polls: { open: number; aborted: number };
  close(): Promise<void>;
}

/** A small site, and a poll that never answers. */
export async function servePages(): Promise<Pages> {
  const polls = { open: 0, aborted: 0 };
  const hang = (response: ServerResponse) => {
    polls.open += 1;
    response.once('close', () => {
      polls.open -= 1;
      polls.aborted += 1;
    });
  };
  const server: Server = createServer(({ url }, response) => {
    if (url === '/poll') hang(response);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    polls,
    at: (host) => `http://${host}:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
