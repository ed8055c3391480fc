import { render } from '@testing-library/preact';
import { App } from '@/components/app';
import { createStandIns } from './stand-ins';

/** Shows the whole desk for a state. */
export function renderDesk(...first: Parameters<typeof createStandIns>) {
  const standIns = createStandIns(...first);
  return { ...render(<App ports={standIns.ports} />), ...standIns };
}
