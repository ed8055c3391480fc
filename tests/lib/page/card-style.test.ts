import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('lib/page/card.css', 'utf8');

type Colours = Readonly<Record<string, string>>;

function coloursIn(text: string): Colours {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map(([, name = '', colour = '']) => [
      name,
      colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour,
    ]),
  );
}

const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const THEMES: readonly [string, Colours][] = [
  ['light', coloursIn(light)],
  ['dark', coloursIn(dark)],
];

/** Relative luminance of sRGB (WCAG 2.2). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a = '', b = ''): number {
  const [dim = 0, bright = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

describe.each(THEMES)('the card on a %s screen', (_theme, colours) => {
  it.each([
    ['text', 'ground'],
    ['text', 'hover'],
    ['quiet', 'ground'],
    ['danger', 'ground'],
    ['on-brand', 'brand'],
    ['on-brand', 'brand-hover'],
  ])('has %s readable on %s', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['edge', 'focus', 'brand'])('has %s well seen on its ground', (part) => {
    expect(contrast(colours[part], colours.ground)).toBeGreaterThanOrEqual(3);
  });
});

it('has lines for those who have the colours of their system only', () => {
  expect(css).toMatch(/forced-colors: active\) \{\s*button \{\s*border: 1px solid/);
});
