import { expect, it } from 'vitest';
import { decodeSettings } from '@/lib/settings/settings';

it.each(['auto', 'en', 'cs', 'sk', 'de', 'pl', 'hu', 'ro'])(
  'the chosen language %s is read back',
  (language) => {
    expect(decodeSettings({ language }).language).toBe(language);
  },
);

it.each([undefined, null, 'fr', 'DE', '', 7, 'toString', '__proto__', { de: true }])(
  'the language %j is no choice, so the browser decides',
  (language) => {
    expect(decodeSettings({ language }).language).toBe('auto');
  },
);
