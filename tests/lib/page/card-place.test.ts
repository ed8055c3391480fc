import { describe, expect, it } from 'vitest';
import { isOnWay, placeOf } from '@/lib/page/card-place';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const WINDOW = box(0, 0, 1000, 600);
const CARD = { width: 240, height: 120 };
const number = (left: number, top: number) => box(left, top, 90, 16);

describe('the card stands', () => {
  it.each([
    ['below its number', number(100, 200), { left: 100, top: 222 }],
    ['above a number at the lower edge', number(100, 540), { left: 100, top: 414 }],
    ['inside the window at the right edge', number(950, 200), { left: 752, top: 222 }],
    ['inside the window at the left edge', number(-30, 200), { left: 8, top: 222 }],
  ])('%s', (_where, beside, place) => {
    expect(placeOf(beside, CARD, WINDOW, false)).toMatchObject(place);
  });

  it('with its right side at that of the number where text runs from right to left', () => {
    expect(placeOf(number(500, 200), CARD, WINDOW, true)).toMatchObject({ left: 350, top: 222 });
  });

  it.each([
    ['right', number(10, 60), { left: 106, top: 60 }],
    ['left', number(400, 60), { left: 154, top: 60 }],
  ])('to the %s of the number in a frame too low for above and below', (_side, beside, place) => {
    expect(placeOf(beside, CARD, box(0, 0, 500, 190), false)).toMatchObject(place);
  });

  it('where there is more room in a small frame, only as high as that room', () => {
    const place = placeOf(number(10, 20), CARD, box(0, 0, 260, 150), false);
    expect(place).toEqual({ left: 10, top: 42, maxHeight: 100 });
  });

  it('inside of what is seen of a page that is zoomed with two fingers', () => {
    const place = placeOf(number(310, 420), CARD, box(300, 400, 400, 300), false);
    expect(place).toMatchObject({ left: 310, top: 442 });
    expect(placeOf(number(280, 420), CARD, box(300, 400, 400, 300), false).left).toBe(308);
  });

  it.each([
    [0, 0],
    [910, 0],
    [0, 584],
    [910, 584],
    [455, 300],
  ])('clear of a number at %d, %d', (left, top) => {
    const beside = number(left, top);
    const place = placeOf(beside, CARD, WINDOW, false);
    const below = place.top >= beside.bottom;
    const above = place.top + CARD.height <= beside.top;
    expect(below || above).toBe(true);
  });
});

describe('on the way between number and card is', () => {
  const beside = number(100, 200);
  const card = box(100, 222, 240, 120);

  it.each([
    ['the number', 110, 205, true],
    ['the gap between number and card', 110, 219, true],
    ['the gap where only the card is above or below it', 330, 219, true],
    ['the card', 290, 330, true],
    ['not the place far below', 110, 400, false],
    ['not the next column beside the number', 300, 205, false],
    ['not the place above', 110, 150, false],
  ])('%s', (_where, x, y, isOn) => {
    expect(isOnWay(x, y, beside, card)).toBe(isOn);
  });

  it('the gap to a card that stands beside its number', () => {
    expect(isOnWay(195, 210, beside, box(200, 150, 240, 120))).toBe(true);
  });
});
