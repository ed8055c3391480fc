import { type Device, decodeDevices } from './device';
import { DaktelaError } from './failure';
import { decodeLogin, type LoginGrant } from './login';
import { decodePastActivity, type PastActivity } from './past-activity';
import { decodePullReply, isQuiet, type PullReply } from './pull-data';
import { decodeQueue, type Queue } from './queue';
import { decodeStatus, type Status } from './status';
import { type Call, createTransport, type Transport, type TransportOptions } from './transport';
import { decodeWhoim, type Whoim } from './whoim';
import { decodeEach, recordOf, textOf } from './wire';

/** The server holds a quiet poll for 15 s; the worker would be stopped in a request of 30 s. */
export const PULL_TIMEOUT_MS = 25_000;
/** As many as an agent looks through. */
const HISTORY_LENGTH = 100;
const LOGOUT_TIMEOUT_MS = 4_000;

function loginGrant(reply: Awaited<ReturnType<Transport>>): LoginGrant {
  const grant = decodeLogin(reply.result, reply.readTime);
  if (grant) return grant;
  // A Daktela that wants more than a password (a new one, a second step) answers without a token.
  throw new DaktelaError(recordOf(reply.body)?.result == null ? 'notDaktela' : 'noToken');
}

/** The requests that need no token. */
export interface LoginClient {
  /** @throws DaktelaError `unauthorised` for wrong credentials, `noToken` when the password alone is not enough */
  login(username: string, password: string): Promise<LoginGrant>;
  refresh(refreshToken: string): Promise<LoginGrant>;
}

export function createLoginClient(options: TransportOptions): LoginClient {
  const request = createTransport(options);
  const path = ['login'];
  return {
    login: async (username, password) =>
      loginGrant(
        await request({ method: 'POST', path, body: { username, password, only_token: true } }),
      ),
    refresh: async (refreshToken) =>
      loginGrant(await request({ method: 'PUT', path, body: { refreshToken } })),
  };
}

/** Logging in to one queue or out of it (specification, Log in and Out of Queues). */
export interface QueueChange {
  readonly name: string;
  readonly login: boolean;
  readonly penalty: string;
}

/** The requests of a signed-in agent; each throws {@link DaktelaError}. */
export interface DaktelaClient {
  /** @throws DaktelaError `unauthorised` for a bad token, which this endpoint answers with 200 */
  whoim(): Promise<Whoim>;
  /**
   * Waits on the server for up to 15 s; an empty hash asks for everything at once.
   * @throws DaktelaError `notDaktela` for a reply with neither hash nor data
   */
  pullData(hash: string, signal: AbortSignal): Promise<PullReply>;
  logout(): Promise<void>;
  setReady(device: Device | null): Promise<void>;
  setUnready(): Promise<void>;
  startPause(pause: string): Promise<void>;
  endPause(): Promise<void>;
  /** @throws DaktelaError `refused` when it is somebody else's or does not exist */
  addDevice(device: Device): Promise<void>;
  /** @throws DaktelaError `refused` for the last device of an agent in call queues */
  removeDevice(device: string): Promise<void>;
  /** Logs in to queues and out of them, all at once. */
  changeQueues(changes: readonly QueueChange[]): Promise<void>;
  profileQueues(profile: string): Promise<Queue[]>;
  availableDevices(): Promise<Device[]>;
  queueStatuses(queue: string): Promise<Status[]>;
  /** The user's last activities, the newest first. */
  history(user: string): Promise<PastActivity[]>;
  acceptActivity(activity: string, device: string | null): Promise<void>;
  rejectActivity(activity: string): Promise<void>;
  hangUp(activity: string): Promise<void>;
  closeActivity(activity: string, statuses: readonly string[]): Promise<void>;
  /**
   * Creates an outgoing call and returns the name of its activity, when the server tells it.
   * @param queue to call through; without one, as the specification has it, the server chooses
   */
  dial(number: string, queue: string | null): Promise<string | null>;
}

export function createDaktelaClient(options: TransportOptions, token: string): DaktelaClient {
  const transport = createTransport(options);
  const request = (call: Omit<Call, 'token'>) => transport({ ...call, token });
  const get = async (path: readonly string[], query: Record<string, string> = {}) => {
    const reply = await request({ method: 'GET', path, query });
    // A command may be answered with nothing; what was to be read is not there.
    if (reply.body === null) throw new DaktelaError('notDaktela');
    return reply;
  };
  const usersSession = async (body: unknown) => {
    await request({ method: 'POST', path: ['usersSession'], body });
  };
  const putActivity = async (activity: string, body: unknown) => {
    await request({ method: 'PUT', path: ['activities', activity], body });
  };

  return {
    async whoim() {
      const whoim = decodeWhoim((await get(['whoim'])).result);
      if (!whoim) throw new DaktelaError('unauthorised');
      return whoim;
    },
    async pullData(hash, signal) {
      const path = ['appPullData'];
      const reply = decodePullReply(
        await request({ method: 'GET', path, query: { hash }, signal, timeoutMs: PULL_TIMEOUT_MS }),
      );
      // A proxy's empty 200 says nothing and must not confirm the state that is shown.
      if (reply.hash === null && isQuiet(reply)) throw new DaktelaError('notDaktela');
      return reply;
    },
    async logout() {
      await request({ method: 'GET', path: ['logout'], timeoutMs: LOGOUT_TIMEOUT_MS });
    },
    setReady: (device) =>
      usersSession(
        device === null
          ? { setReady: true }
          : { setReady: true, extension: device.name, model: device.model },
      ),
    setUnready: () => usersSession({ setReady: false }),
    startPause: (pause) => usersSession({ pause }),
    endPause: () => usersSession({ pause: null }),
    async addDevice({ name, model }) {
      const named = { extension: name };
      if (model !== 'sipDevices') return usersSession({ ...named, model });
      try {
        await usersSession(named);
      } catch (error) {
        // The specification adds by name alone; a server that wants the model too has refused that.
        if (!(error instanceof DaktelaError) || error.kind !== 'refused') throw error;
        await usersSession({ ...named, model });
      }
    },
    removeDevice: (name) => usersSession({ extension: { name, logout: true } }),
    changeQueues: (changes) =>
      usersSession({
        queues: changes.map(({ name, login, penalty }) =>
          login ? { name, login, penalty } : { name, login },
        ),
      }),
    profileQueues: async (profile) =>
      decodeEach((await get(['profiles', profile, 'queues'])).result, decodeQueue),
    availableDevices: async () =>
      decodeDevices((await get(['getAvailableExtensions'], { onlyCC: 'true' })).result),
    queueStatuses: async (queue) =>
      decodeEach((await get(['queues', queue, 'statuses'])).result, decodeStatus),
    async history(user) {
      const { result, readTime } = await get(['activities'], {
        'filter[0][field]': 'user',
        'filter[0][operator]': 'eq',
        'filter[0][value]': user,
        'sort[0][field]': 'time',
        'sort[0][dir]': 'desc',
        take: String(HISTORY_LENGTH),
      });
      return decodeEach(result, (element) => decodePastActivity(element, readTime));
    },
    acceptActivity: (activity, device) =>
      putActivity(activity, {
        action: 'OPEN',
        ...(device === null ? {} : { _exten: device }),
      }),
    rejectActivity: (activity) => putActivity(activity, { reject: true }),
    hangUp: (activity) => putActivity(activity, { hangup: { channel: null } }),
    closeActivity: (activity, statuses) =>
      putActivity(activity, {
        action: 'CLOSE',
        ...(statuses.length === 0 ? {} : { statuses }),
      }),
    async dial(number, queue) {
      const { result } = await request({
        method: 'POST',
        path: ['activities'],
        body: { type: 'CALL', number, ...(queue === null ? {} : { queue }) },
      });
      return textOf(recordOf(result)?.name);
    },
  };
}
