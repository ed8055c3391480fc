import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { AgentState } from '@/lib/agent/state';
import { ActivityList } from './activity-list';
import { Announcements } from './announcements';
import { Announcer } from './announcer';
import { ClickToCallPanel } from './click-to-call-panel';
import { createCommands } from './commands';
import { type DeskPorts, DeskProvider } from './desk-ports';
import { DevicesPanel } from './devices-panel';
import { DialForm } from './dial-form';
import { fetchedPart } from './fetched-part';
import { keepFocus } from './focus-keeper';
import { Head } from './head';
import { HistoryPanel } from './history-panel';
import { LinkNotice } from './link-notice';
import { PinNote } from './pin-note';
import { QueuesPanel } from './queues-panel';
import { secondClickGuard } from './second-clicks';
import { StatePanel } from './state-panel';
import { SurpriseNotices } from './surprise-notices';
import { WaitingList } from './waiting-list';

// An agent signs in once and opens the desk a hundred times.
const SignIn = fetchedPart(async () => (await import('./sign-in')).SignIn);
// Nothing has gone wrong yet when the desk is painted.
const FailureAlert = fetchedPart(async () => (await import('./failure-alert')).FailureAlert);

function AgentDesk({ state }: { state: AgentState }) {
  const desk = useRef<HTMLDivElement>(null);
  const guard = useMemo(secondClickGuard, []);
  useEffect(() => (desk.current ? keepFocus(desk.current) : undefined), []);
  return (
    <div class="desk-frame" ref={desk} onClickCapture={guard}>
      <Head state={state} />
      <LinkNotice state={state} />
      <main class="desk">
        <div class="desk-work">
          <div class="desk-now">
            <FailureAlert />
            <SurpriseNotices state={state} />
            <Announcer state={state} />
            <StatePanel state={state} />
            <ActivityList state={state} />
            <PinNote state={state} />
          </div>
          <WaitingList state={state} />
          <Announcements state={state} />
          <DialForm state={state} />
        </div>
        <div class="desk-side">
          <QueuesPanel state={state} />
          <DevicesPanel state={state} />
          <HistoryPanel state={state} />
          <ClickToCallPanel />
        </div>
      </main>
    </div>
  );
}

/** The whole agent desk; the same in every place it is shown. */
export function App({ ports }: { ports: DeskPorts }) {
  const state = ports.state.value;
  const isSignedIn = state?.signIn.phase === 'signedIn';
  const words = ports.words.value;
  // What failed for one agent is no news to the next, nor on the way in or out.
  const commands = useMemo(
    () => createCommands(ports.send, ports.state, Date.now),
    [ports, isSignedIn],
  );
  const desk = useMemo(() => words && { ...ports, ...words, commands }, [ports, words, commands]);
  if (state === null || desk === null) return null;
  return (
    <DeskProvider value={desk}>
      {isSignedIn ? <AgentDesk state={state} /> : <SignIn signIn={state.signIn} />}
    </DeskProvider>
  );
}
