import type { Device } from '@/lib/daktela/device';
import { agentDevices } from './agent-devices';
import type { AgentState } from './state';

/** Things that ring for themselves. A phone in the browser is silent without us. */
const TELEPHONES: readonly string[] = ['sipDevices', 'externalNumbers'];

function isTelephone({ model, isModelAssumed }: Device): boolean {
  return TELEPHONES.includes(model) && !isModelAssumed;
}

/**
 * Whether the agent's calls ring on telephones alone, and can: those who answer on a desk phone
 * need no second ringing. Where that is not known for sure, they do not.
 */
export function ringsOnTelephone(state: AgentState): boolean {
  if (state.extension?.device === 'Unavailable') return false;
  const connected = agentDevices(state).filter((device) => device.connected);
  return connected.length > 0 && connected.every(({ device }) => isTelephone(device));
}
