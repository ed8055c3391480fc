import { expect, it, vi } from 'vitest';
import { createLifeline } from '@/lib/page/lifeline';

function setup() {
  let end: () => void = () => {};
  const port = {
    onDisconnect: {
      addListener(listener: () => void) {
        end = listener;
      },
    },
    disconnect: vi.fn(),
  };
  const runtime = {
    id: 'ours' as string | undefined,
    connect: vi.fn((_info: { name: string }) => port),
  };
  const gone = vi.fn();
  const stop = new AbortController();
  const lifeline = createLifeline(runtime, gone, stop.signal);
  return { ...lifeline, runtime, port, gone, stop, end: () => end() };
}

it('learns that the extension has gone from the end of its port', () => {
  const { renew, runtime, gone, end } = setup();
  renew();
  runtime.id = undefined;
  end();
  expect(gone).toHaveBeenCalledTimes(1);
});

it('does not wake a background that fell asleep, and takes hold of it again once it is heard of', () => {
  const { renew, runtime, gone, end } = setup();
  renew();
  renew();
  expect(runtime.connect).toHaveBeenCalledTimes(1);
  end();
  expect(gone).not.toHaveBeenCalled();
  expect(runtime.connect).toHaveBeenCalledTimes(1);
  renew();
  expect(runtime.connect).toHaveBeenCalledTimes(2);
});

it('learns at the next look at the page that the extension went while nothing held on to it', () => {
  const { check, runtime, gone } = setup();
  check();
  expect(gone).not.toHaveBeenCalled();
  runtime.id = undefined;
  check();
  expect(gone).toHaveBeenCalledTimes(1);
});

it('takes a browser that refuses to connect for the end of the extension', () => {
  const { renew, runtime, gone } = setup();
  runtime.connect.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  renew();
  expect(gone).toHaveBeenCalledTimes(1);
});

it('lets go when it is stopped, and does not take hold again', () => {
  const { renew, runtime, port, stop } = setup();
  renew();
  stop.abort();
  expect(port.disconnect).toHaveBeenCalledTimes(1);
  renew();
  expect(runtime.connect).toHaveBeenCalledTimes(1);
});
