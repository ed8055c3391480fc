import { isInPool, runningChannels } from './activity-facts';
import {
  acceptActivity,
  answerCall,
  closeActivity,
  holdCall,
  leaveCall,
  takeBack,
} from './activity-moves';
import { endPause, goReady, goUnready, startPause } from './agent-moves';
import { createAgent, touch, visibleTo } from './changes';
import type { Timers } from './clock';
import type { HeldPolls } from './held-polls';
import type { Activity, Agent, Device, Pause, Profile, Queue, Status } from './model';
import { type Incoming, ringAgent, ringPool } from './phone-network';
import { seedDevices, seedPauses, seedProfiles, seedQueues, seedStatuses } from './seed';
import { crowdPerson, seedPeople } from './seed-people';
import { worldSnapshot } from './snapshot';
import type { Switches } from './switches';
import { Tokens } from './tokens';

const byName = <T extends { name: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.name, item]));

/**
 * The contact centre itself: what is true now, and the ways a test or a person playing the phone
 * network changes it. Rules of the API are not here but in the handlers.
 */
export class World {
  readonly agents = new Map<string, Agent>();
  readonly queues = new Map<string, Queue>();
  readonly pauses = new Map<string, Pause>();
  readonly statuses = new Map<string, Status>();
  readonly devices = new Map<string, Device>();
  readonly profiles = new Map<string, Profile>();
  /** Everything not closed, oldest first. */
  readonly activities = new Map<string, Activity>();
  /** The last closed ones. */
  readonly closedActivities = new Map<string, Activity>();
  readonly tokens: Tokens;
  /** Hashes given in another epoch are unknown. */
  epoch: number;
  /** Numbers the activities, channels and announcements made so far. */
  made = 0;

  constructor(
    readonly timers: Timers,
    readonly switches: Switches,
    readonly polls: HeldPolls,
  ) {
    this.tokens = new Tokens(timers);
    this.epoch = 1 + (Math.floor(timers.now()) % 8000);
    this.seed();
  }

  /** Everything as it was at the start, except that hashes of before are unknown. */
  reset(): void {
    this.timers.clear();
    this.polls.cutAll();
    this.agents.clear();
    this.activities.clear();
    this.closedActivities.clear();
    this.tokens.clear();
    this.epoch += 1;
    this.seed();
  }

  now(): number {
    return this.timers.now();
  }

  agent(name: string): Agent {
    const agent = this.agents.get(name);
    if (agent === undefined) throw new Error(`No agent is called ${name}`);
    return agent;
  }

  activity(name: string): Activity {
    const activity = this.activities.get(name) ?? this.closedActivities.get(name);
    if (activity === undefined) throw new Error(`No activity is called ${name}`);
    return activity;
  }

  /** A call or something written rings at one agent; without `queue` it is direct. Gives its name. */
  ringAgent(ring: Incoming & { agent: string }): string {
    return ringAgent(this, ring).name;
  }

  /** An activity waits for anyone in the queue (action "", no user). Gives its name. */
  ringPool(ring: Incoming): string {
    return ringPool(this, ring).name;
  }

  /** The customer gives up: a waiting activity vanishes as missed, a running call ends. */
  callerHangsUp(name: string): string {
    const activity = this.activity(name);
    if (activity.call === null) throw new Error(`${name} is not a call`);
    if (activity.action === 'OPEN') return this.endCall(name);
    if (activity.action === 'CLOSE') throw new Error(`${name} is already closed`);
    closeActivity(this, activity, { missed: true });
    return name;
  }

  /** The customer answers a dialled call. */
  answerOutgoing(name: string): string {
    const activity = this.activity(name);
    const ringing = runningChannels(activity).some(({ state }) => state === 'Ringing');
    if (activity.call?.direction !== 'out' || !ringing) {
      throw new Error(`${name} is not a dialled call that is still ringing`);
    }
    answerCall(this, activity);
    return name;
  }

  /** The agent puts the customer on hold, by the phone: the API has no command for it. */
  holdCall(name: string): string {
    holdCall(this, this.activity(name));
    return name;
  }

  /** The agent is back from hold. */
  takeBack(name: string): string {
    takeBack(this, this.activity(name));
    return name;
  }

  /** The remote side ends a running call; the activity stays open. */
  endCall(name: string): string {
    const activity = this.activity(name);
    if (activity.action !== 'OPEN' || runningChannels(activity).length === 0) {
      throw new Error(`${name} is not a running call`);
    }
    leaveCall(this, activity, 'caller');
    return name;
  }

  /** A colleague takes an activity that waits for anyone. */
  stealFromPool(name: string, byAgent: string): string {
    const activity = this.activity(name);
    const thief = this.agent(byAgent);
    if (!isInPool(activity)) throw new Error(`${name} does not wait for anyone`);
    acceptActivity(this, activity, thief, thief.devices[0] ?? null);
    return name;
  }

  /** The agent becomes ready as by the API, without its rules; gives the agent's name. */
  goReady(name: string, device?: string): string {
    goReady(this, this.agent(name), device ?? null);
    return name;
  }

  goUnready(name: string): string {
    goUnready(this, this.agent(name));
    return name;
  }

  /** Any pause, system pauses too, as a supervisor or the server would start it. */
  startPause(name: string, pause: string): string {
    if (!this.pauses.has(pause)) throw new Error(`No pause is called ${pause}`);
    startPause(this, this.agent(name), pause);
    return name;
  }

  endPause(name: string): string {
    const agent = this.agent(name);
    if (agent.state !== 'Paused') throw new Error(`${name} is not on a pause`);
    endPause(this, agent);
    return name;
  }

  setDeviceReachable(name: string, reachable: boolean): string {
    const agent = this.agent(name);
    agent.reachable = reachable;
    touch(this, agent, 'extension');
    return name;
  }

  /** Nobody is told of any announcement any more. */
  withdrawAnnouncements(): void {
    for (const agent of this.agents.values()) {
      agent.announcements = [];
      touch(this, agent, 'announcements');
    }
  }

  /** From now on every hash given so far is unknown. */
  forgetHashes(): void {
    this.epoch += 1;
  }

  /** Access tokens from login die; refresh and permanent tokens live unless asked otherwise. */
  expireTokens(which: { refreshToo?: boolean; permanentToo?: boolean } = {}): void {
    this.tokens.expire(which);
  }

  /** Tells the agent's clients that whoim has changed. */
  bumpReloadUser(name: string): string {
    const agent = this.agent(name);
    agent.reloadCount += 1;
    agent.reloadPending = true;
    touch(this, agent, 'reloadUser');
    return name;
  }

  /** One announcement to everybody; without a title its text stands for it. */
  announce(text: string, title = text): void {
    this.made += 1;
    const announcement = { name: `announcements_${this.made}`, title, text, at: this.now() };
    for (const agent of this.agents.values()) {
      agent.announcements.push(announcement);
      touch(this, agent, 'announcements');
    }
  }

  /** Adds `agent0001` and so on, each with a device of its own; gives their names. */
  addAgents(count: number): string[] {
    const first = [...this.agents.keys()].filter((name) => /^agent\d+$/.test(name)).length + 1;
    return Array.from({ length: count }, (_nothing, index) => {
      const person = crowdPerson(first + index);
      const device = `9${String(first + index).padStart(4, '0')}`;
      this.devices.set(device, {
        name: device,
        title: `Desk phone ${device}`,
        model: 'sipDevices',
        owner: person.name,
        callCentre: true,
      });
      createAgent(this, person);
      return person.name;
    });
  }

  /** What one agent's pull data holds under activities, oldest first. */
  activitiesOf(agent: Agent): Activity[] {
    return [...this.activities.values()].filter((activity) => visibleTo(this, agent, activity));
  }

  toJSON(): unknown {
    return worldSnapshot(this);
  }

  private seed(): void {
    const refill = <T extends { name: string }>(map: Map<string, T>, items: readonly T[]) => {
      map.clear();
      for (const [name, item] of byName(items)) map.set(name, item);
    };
    refill(this.queues, seedQueues);
    refill(this.pauses, seedPauses);
    refill(this.statuses, seedStatuses);
    refill(this.devices, seedDevices);
    refill(this.profiles, seedProfiles);
    for (const person of seedPeople) createAgent(this, person);
  }
}
