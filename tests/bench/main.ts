import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { measureBrowsers } from './browsers';
import { measureCampaign } from './campaign';
import { measureLatency } from './latency';
import { measurePages } from './page-scan';
import { measureStorm } from './storm';

const RESULTS = 'bench-results.json';

/** What can be measured by itself: `npm run bench -- storm`. Each part gives its figures under names of its own. */
const parts = {
  browsers: measureBrowsers,
  campaign: measureCampaign,
  latency: measureLatency,
  pages: measurePages,
  storm: measureStorm,
} satisfies Record<string, () => Promise<Record<string, object>>>;

const names = Object.keys(parts) as (keyof typeof parts)[];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !names.some((known) => known === name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". There are: ${names.join(', ')}.`);
  process.exit(1);
}

for (const name of names.filter((part) => asked.length === 0 || asked.includes(part))) {
  const figures = await parts[name]();
  const before = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
  writeFileSync(RESULTS, `${JSON.stringify({ ...before, ...figures }, null, 2)}\n`);
  for (const [title, table] of Object.entries(figures)) {
    console.log(title);
    console.table(table);
  }
}
