import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageNumbers } from '@/lib/messages/page-numbers';
import { createNumbersPort } from '@/lib/page/numbers-port';

const NOTHING: PageNumbers = {
  frame: '1',
  host: 'crm.test',
  scanning: false,
  numbers: [],
  refused: [],
};
const ONE: PageNumbers = { ...NOTHING, numbers: [{ number: '+420777123456', dial: '777123456' }] };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setup() {
  let report = NOTHING;
  const { opened, changed } = createNumbersPort(() => report);
  let leave: () => void = () => {};
  const port = (name: string) => ({
    name,
    postMessage: vi.fn(),
    onDisconnect: {
      addListener(listener: () => void) {
        leave = listener;
      },
    },
  });
  const becomes = (next: PageNumbers) => {
    report = next;
  };
  return { opened, changed, port, becomes, leave: () => leave() };
}

it('tells at once what is on the page, and again when that has changed', () => {
  const { opened, changed, port, becomes } = setup();
  const popup = port('numbers');
  opened(popup);
  expect(popup.postMessage.mock.calls).toEqual([[NOTHING]]);
  vi.advanceTimersByTime(1_000);
  popup.postMessage.mockClear();
  becomes(ONE);
  changed();
  changed();
  vi.advanceTimersByTime(1_000);
  expect(popup.postMessage.mock.calls).toEqual([[ONE]]);
});

it('tells that the page has been read without being told so', () => {
  const { opened, port, becomes } = setup();
  const popup = port('numbers');
  becomes({ ...NOTHING, scanning: true });
  opened(popup);
  vi.advanceTimersByTime(1_000);
  becomes(ONE);
  vi.advanceTimersByTime(1_000);
  expect(popup.postMessage).toHaveBeenLastCalledWith(ONE);
});

it('tells nothing to a popup that has closed, nor through ports of another name', () => {
  const { opened, changed, port, leave } = setup();
  const popup = port('numbers');
  opened(popup);
  leave();
  popup.postMessage.mockClear();
  const other = port('other');
  opened(other);
  changed();
  vi.advanceTimersByTime(1_000);
  expect(popup.postMessage).not.toHaveBeenCalled();
  expect(other.postMessage).not.toHaveBeenCalled();
});
