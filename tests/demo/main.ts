import { parseArgs } from 'node:util';
import type { BrowserName } from '../browsers/find';
import { playAgentDay } from './play';
import { showDemo } from './show';

function browserOf(text: string): BrowserName {
  if (text === 'chromium' || text === 'firefox') return text;
  throw new Error(`--browser is chromium or firefox, not ${text}.`);
}

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
    dark: { type: 'boolean', default: false },
  },
});

try {
  const name = browserOf(values.browser);
  const colorScheme = values.dark ? 'dark' : 'light';
  const isDone = values.headless
    ? await playAgentDay(name, colorScheme)
    : await showDemo(name, colorScheme);
  process.exitCode = isDone ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
