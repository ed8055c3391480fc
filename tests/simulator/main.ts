import { parseArgs } from 'node:util';
import { seedPeople } from './seed-people';
import { startSimulator } from './serve';

/** `npm run simulator -- --port 8090` */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '8090' }, host: { type: 'string' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error(`--port must be a number from 0 to 65535, not ${values.port}`);
}

const running = await startSimulator({
  port,
  ...(values.host === undefined ? {} : { host: values.host }),
});

const people = seedPeople.map(
  ({ name, password, token }) => `  ${name.padEnd(18)}${password.padEnd(16)}${token}`,
);
console.log(
  [
    `Daktela simulator   ${running.origin}`,
    `Desk page           ${running.origin}/_sim/`,
    '',
    `  ${'user'.padEnd(18)}${'password'.padEnd(16)}permanent token`,
    ...people,
    '',
    'Ctrl+C ends it.',
  ].join('\n'),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void running.close());
}
