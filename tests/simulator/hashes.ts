import type { Agent } from './model';

const agentUnit = 1e8;
const epochUnit = 1e12;

/** Hash of an agent's state. It is a number inside, so that either wire type can carry it. */
export function encodeHash(
  epoch: number,
  agent: Agent,
  type: 'string' | 'number',
): string | number {
  const number = epoch * epochUnit + agent.number * agentUnit + agent.pull.version;
  return type === 'number' ? number : `h${number.toString(36)}`;
}

/** The agent's version a hash stands for, or null when this server does not know the hash. */
export function decodeHash(epoch: number, agent: Agent, hash: string): number | null {
  const number = hash.startsWith('h') ? Number.parseInt(hash.slice(1), 36) : Number(hash);
  const version = number - epoch * epochUnit - agent.number * agentUnit;
  const known = Number.isInteger(version) && version > 0 && version <= agent.pull.version;
  return known ? version : null;
}
