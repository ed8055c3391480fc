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

it.each(['popup', 'panel', 'window'])('the toolbar button’s place %s is read back', (place) => {
  expect(decodeSettings({ toolbarPlace: place }).toolbarPlace).toBe(place);
});

it.each([undefined, null, 'tab', 1, ['panel']])(
  'the place %j is none, so the toolbar button opens the popup',
  (toolbarPlace) => {
    expect(decodeSettings({ toolbarPlace }).toolbarPlace).toBe('popup');
  },
);

it('reads back where the window stood, on a screen left of the first too', () => {
  const windowBounds = { left: -1200, top: 0, width: 420, height: 760 };
  expect(decodeSettings({ windowBounds }).windowBounds).toEqual(windowBounds);
});

it('takes whole pixels, which is all the browser accepts', () => {
  const windowBounds = { left: 10.4, top: 9.6, width: 420.2, height: 760 };
  expect(decodeSettings({ windowBounds }).windowBounds).toEqual({
    left: 10,
    top: 10,
    width: 420,
    height: 760,
  });
});

it.each([
  null,
  'wide',
  {},
  { left: 0, top: 0, width: 420 },
  { left: '0', top: 0, width: 420, height: 760 },
  { left: 0, top: 0, width: 0, height: 760 },
  { left: 0, top: 0, width: 420, height: -1 },
  { left: Number.NaN, top: 0, width: 420, height: 760 },
])('bounds like %j are forgotten', (windowBounds) => {
  expect(decodeSettings({ windowBounds }).windowBounds).toBeNull();
});
