import { render, waitFor } from '@testing-library/preact';
import { App } from '@/components/app';
import { SIGNED_OUT } from '@/lib/agent/state';
import { aState } from './builders';
import { createStandIns } from './stand-ins';
// Parts that are fetched when first shown are there by then: no test ends with one on its way.
import '@/components/click-to-call-site';
import '@/components/history-list';
import '@/components/ring-countdown';

// What is fetched when it is first shown is there at once from then on.
const form = render(<App ports={createStandIns(SIGNED_OUT).ports} />);
await waitFor(() => form.getByLabelText('Daktela address'));
form.unmount();
const failure = { kind: 'internal', messages: [] } as const;
const failed = render(
  <App ports={createStandIns(aState({ notice: { id: 'n', number: '', failure } })).ports} />,
);
await waitFor(() => failed.getByRole('alert'));
failed.unmount();

/** Shows the whole desk for a state. */
export function renderDesk(...first: Parameters<typeof createStandIns>) {
  const standIns = createStandIns(...first);
  return { ...render(<App ports={standIns.ports} />), ...standIns };
}
