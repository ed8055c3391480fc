import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MARK_COLOURS } from '@/lib/settings/marks';
import { buildDir } from '../e2e/driver/builds';

const settings = readFileSync('components/styles/settings.css', 'utf8');

/** Red, green and blue of a colour of six or eight digits. */
const rgbOf = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');

describe.each(['chromium', 'firefox'] as const)(
  'the style sheet for pages in the build for %s',
  (name) => {
    const css = readFileSync(join(buildDir(name), 'content-scripts/click-to-call.css'), 'utf8');

    it('needs no variable, for a page has none of ours', () => {
      expect(css).not.toContain('var(');
    });

    it.each(MARK_COLOURS)('underlines marks in %s, as the settings show it', (colour) => {
      const highlight = colour === 'teal' ? 'agent-widget-number' : `agent-widget-number-${colour}`;
      const [, rule = ''] = css.split(`::highlight(${highlight}){`);
      const [, line = ''] =
        /[;{]?text-decoration:[^;}]*(#[\da-f]{6})/.exec(rule.split('}')[0] ?? '') ?? [];
      const shown = colour === 'teal' ? '.mark' : `.mark-${colour}`;
      const [, mark] = settings.split(`${shown} {`)[1]?.match(/--mark: ([\d ]+);/) ?? [];
      expect(rgbOf(line)).toBe(mark);
    });
  },
);
