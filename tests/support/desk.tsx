import { render, waitFor } from '@testing-library/preact';
import { App } from '@/components/app';
import { SIGNED_OUT } from '@/lib/agent/state';
import { createStandIns } from './stand-ins';
// Parts that are fetched when first shown are there by then: no test ends with one on its way.
import '@/components/click-to-call-site';
import '@/components/history-list';
import '@/components/ring-countdown';

// The form is fetched when it is first shown, and is there at once from then on.
const first = render(<App ports={createStandIns(SIGNED_OUT).ports} />);
await waitFor(() => first.getByLabelText('Daktela address'));
first.unmount();

/** Shows the whole desk for a state. */
export function renderDesk(...first: Parameters<typeof createStandIns>) {
  const standIns = createStandIns(...first);
  return { ...render(<App ports={standIns.ports} />), ...standIns };
}
