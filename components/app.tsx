import { useMemo } from 'preact/hooks';
import type { AgentState } from '@/lib/agent/state';
import { ActivityList } from './activity-list';
import { ClickToCallPanel } from './click-to-call-panel';
import { createCommands } from './commands';
import { type DeskPorts, DeskProvider } from './desk-ports';
import { DialForm } from './dial-form';
import { FailureAlert } from './failure-alert';
import { Head } from './head';
import { RingingAnnouncement } from './ringing-announcement';
import { SignIn } from './sign-in';
import { StatePanel } from './state-panel';
import { WaitingList } from './waiting-list';

function AgentDesk({ state }: { state: AgentState }) {
  return (
    <>
      <Head state={state} />
      <main class="desk">
        <div class="desk-work">
          <div class="desk-now">
            <FailureAlert />
            <RingingAnnouncement state={state} />
            <StatePanel state={state} />
            <ActivityList state={state} />
          </div>
          <WaitingList state={state} />
          <DialForm />
        </div>
        <div class="desk-side">
          <ClickToCallPanel />
        </div>
      </main>
    </>
  );
}

/** The whole agent desk; the same in every place it is shown. */
export function App({ ports }: { ports: DeskPorts }) {
  const state = ports.state.value;
  const isSignedIn = state?.signIn.phase === 'signedIn';
  // What failed for one agent is no news to the next, nor on the way in or out.
  const desk = useMemo(
    () => ({
      ...ports,
      commands: createCommands(ports.send, ports.state, Date.now),
    }),
    [ports, isSignedIn],
  );
  if (state === null) return null;
  return (
    <DeskProvider value={desk}>
      {isSignedIn ? <AgentDesk state={state} /> : <SignIn signIn={state.signIn} />}
    </DeskProvider>
  );
}
