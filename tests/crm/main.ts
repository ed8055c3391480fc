import { parseArgs } from 'node:util';
import { startCrm } from './serve';

/** `npx tsx tests/crm/main.ts --port 8091` */
const { values } = parseArgs({ options: { port: { type: 'string', default: '8091' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error(`--port must be a number from 0 to 65535, not ${values.port}`);
}

const crm = await startCrm({ port });
console.log(`Nordvik CRM   ${crm.origin}/\nCtrl+C ends it.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void crm.close());
}
