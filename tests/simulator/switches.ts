/** One named option of the simulated server. */
export interface SwitchDefinition<T> {
  initial: T;
  doc: string;
  /** The only values allowed, when there is a fixed list. */
  allowed?: readonly T[];
  /** Says what is wrong with a value, or null when it is fine. */
  check(value: unknown): string | null;
}

function oneOf<const T extends string>(
  allowed: readonly [T, ...T[]],
  doc: string,
): SwitchDefinition<T> {
  return {
    initial: allowed[0],
    doc,
    allowed,
    check: (value) =>
      allowed.some((item) => item === value) ? null : `must be one of ${allowed.join(', ')}`,
  };
}

function flag(initial: boolean, doc: string): SwitchDefinition<boolean> {
  const check = (value: unknown) => (typeof value === 'boolean' ? null : 'must be true or false');
  return { initial, doc, allowed: [true, false], check };
}

const isDuration = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function milliseconds(initial: number, doc: string): SwitchDefinition<number> {
  const check = (value: unknown) =>
    isDuration(value) ? null : 'must be a number of milliseconds, 0 or more';
  return { initial, doc, check };
}

function millisecondsOrNever(initial: number | null, doc: string): SwitchDefinition<number | null> {
  const check = (value: unknown) =>
    value === null || isDuration(value) ? null : 'must be a number of milliseconds or null';
  return { initial, doc, check };
}

export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

function timeZone(initial: string, doc: string): SwitchDefinition<string> {
  const check = (value: unknown) => (isTimeZone(value) ? null : 'must be an IANA time zone');
  return { initial, doc, check };
}

/** Where real servers differ or nothing is known; the first value of each list is the default. */
export const switchTable = {
  jsonSuffix: oneOf(['both', 'refuse', 'require'], 'Addresses with and without .json.'),
  rawDotsBreakPaths: flag(false, 'A bare dot in the last path segment is a format: 404.'),
  tokenPlaces: oneOf(['both', 'query', 'header'], 'Where an access token is accepted.'),
  loginReply: oneOf(
    ['auto', 'string', 'object', 'user', 'sys'],
    'Form of the login result; auto: bare string with only_token, object without.',
  ),
  loginToken: flag(true, 'Login hands out a token; off: 200 without one (MFA, password change).'),
  tokenLifeMs: millisecondsOrNever(7_200_000, 'Life of an access token from login; null: forever.'),
  secondLogin: oneOf(
    ['beside', 'endsFirst'],
    'A login of a user who is logged in: both go on, or the tokens of the first end.',
  ),
  rotateRefreshToken: flag(true, 'A refresh gives a new refresh token and kills the old one.'),
  logoutEnds: oneOf(['token', 'session', 'nothing'], 'What logout ends; session: also unready.'),
  unauthorizedBody: oneOf(['json', 'empty', 'html'], 'Body of a 401.'),
  emptyError: oneOf(
    ['null', 'list', 'object', 'text', 'absent'],
    'The error attribute on success: null (specification), [], {}, "" or none.',
  ),
  errorShape: oneOf(
    [
      'list',
      'text',
      'form',
      'formText',
      'formDeep',
      'primary',
      'nested',
      'message',
      'errors',
      'violations',
      'problem',
      'html',
      'empty',
    ],
    'Shape of an error body (fact sheet, sections 1.7 and 7).',
  ),
  errorEcho: flag(false, 'A 400 echoes an object with a provisional name in result.'),
  timeFields: oneOf(['full', 'timeOnly', 'none'], 'Which of _time, _timezone, _serverTime come.'),
  timeZone: timeZone('Europe/Prague', 'Time zone of the instance; all times are in it.'),
  clientTimeZone: oneOf(
    ['convert', 'label', 'ignore'],
    'What x-timezone-client does: converts times, changes only _timezone, nothing.',
  ),
  cors: flag(false, 'Sends Access-Control headers and answers OPTIONS.'),
  queueNames: oneOf(['integer', 'string'], 'Type of queue names on the wire.'),
  listShape: oneOf(['list', 'keyed'], 'result.data as an array or an object keyed by name.'),
  totalAs: oneOf(['number', 'text'], 'Type of total in lists.'),
  emptyMaps: oneOf(['list', 'object', 'null'], 'How an empty map (options, customFields) looks.'),
  relatedObjects: oneOf(
    ['full', 'titles', 'names'],
    "An activity's queue and user: full objects, objects without name, bare names.",
  ),
  whoimLists: oneOf(['list', 'keyed'], 'queues and pauses in whoim: array or keyed object.'),
  whoimRdata: oneOf(['object', 'null', 'absent'], '_rdata of the queues in whoim.'),
  profileQueueLogin: oneOf(
    ['rdata', 'row'],
    'login in profiles/…/queues: in _rdata or on the row.',
  ),
  activitiesShape: oneOf(
    ['list', 'keyed', 'delta'],
    'activities in pull data; delta: changed ones only, closed ones once with CLOSE.',
  ),
  brokenRecord: flag(false, 'Puts null and a nameless record among the activities of pull data.'),
  extraFields: flag(false, 'Adds keys no client knows to pull data and activities.'),
  hashPlace: oneOf(['result', 'top'], 'Where the hash is: result.hash or beside result.'),
  hashType: oneOf(['string', 'number'], 'Type of the hash.'),
  unknownHash: oneOf(['full', 'refuse'], 'A forgotten hash gives all data or a 400.'),
  pollHold: oneOf(['hold', 'atOnce'], 'A poll without news is held or answered at once.'),
  loggedOutExtension: oneOf(
    ['object', 'list', 'null', 'false'],
    'extension in state Session: an object, [], null or false.',
  ),
  pauseTimeField: oneOf(['on_pause', 'onpause', 'both'], 'Name of the pause-start attribute.'),
  idPause: oneOf(['object', 'name'], 'id_pause as an object or a bare name.'),
  extensionDevices: oneOf(['absent', 'extensions'], 'Whether extension lists connected devices.'),
  pullQueues: oneOf(['list', 'keyed', 'names'], 'queues in pull data.'),
  missedChannelsAs: oneOf(['number', 'text', 'list', 'keyed'], 'Type of missedChannels.'),
  announcementsShape: oneOf(
    ['titled', 'text', 'content', 'message', 'strings', 'keyed'],
    'announcements: title and text, the words under one key, bare texts, a keyed object.',
  ),
  reloadUserAs: oneOf(
    ['boolean', 'number', 'counter', 'sticky'],
    'reloadUser: true/false or 1/0 until whoim is read, a counter, or true for ever.',
  ),
  deviceList: oneOf(
    ['data', 'list', 'keyed', 'grouped', 'names'],
    'Shape of getAvailableExtensions.',
  ),
  addDeviceNeedsModel: flag(false, 'Adding a device needs model beside extension.'),
  sessionReply: oneOf(['true', 'session'], 'Success body of usersSession: true or extension.'),
  alreadyThere: oneOf(['ignore', 'refuse'], 'Ready when ready, paused when paused and so on.'),
  othersRinging: flag(false, "Pull data also shows colleagues' ringing activities (WAIT)."),
  poolAction: oneOf(['empty', 'WAIT'], 'action of an activity waiting for anyone: "" or WAIT.'),
  dottedNames: oneOf(['some', 'all', 'none'], 'Which new activities have a dot in their name.'),
  callItem: oneOf(
    ['object', 'id', 'null'],
    'item of a call: ActivitiesCall object, integer, null.',
  ),
  messageFrom: oneOf(
    ['byType', 'sender'],
    'Where the item of a message has its customer: email, phone or sender by type, always sender.',
  ),
  channels: oneOf(['late', 'atOnce', 'never'], 'When the channels of a call stop being null.'),
  channelsAfterMs: milliseconds(200, 'With channels late: how long they stay null.'),
  answerDelayMs: milliseconds(300, 'From accepting a call to its channel Speaking.'),
  outgoingAnswerMs: millisecondsOrNever(null, 'Customer answers a dialled call; null: by hand.'),
  closeWhileCalling: oneOf(['refuse', 'allow'], 'Closing an activity whose call is running.'),
  rejectGoesTo: oneOf(['pool', 'nextAgent'], 'Where a rejected activity goes.'),
  pauseAfterReject: flag(false, 'Rejecting starts the system pause Inactive.'),
  wrapUpAfterClose: flag(false, 'Closing starts the wrap-up pause in queues that have one.'),
  wrapUpMs: milliseconds(10_000, 'Length of the wrap-up pause.'),
  inactivityLogoutMs: millisecondsOrNever(null, 'Agents who stop polling go unready after this.'),
  statusesReadable: flag(true, "Off: reading a queue's statuses is forbidden, 403."),
};

type ValueOf<D> = D extends SwitchDefinition<infer T> ? T : never;
export type SwitchName = keyof typeof switchTable;
export type Switches = { [K in SwitchName]: ValueOf<(typeof switchTable)[K]> };

export const switchNames = Object.keys(switchTable) as SwitchName[];

/** Changes several switches at once, or none: a clear Error names the first that is wrong. */
export function setSwitches(switches: Switches, changes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(changes)) {
    const definition = switchNames.find((known) => known === name);
    if (definition === undefined) throw new Error(`Unknown switch: ${name}`);
    const problem = switchTable[definition].check(value);
    if (problem !== null) throw new Error(`Switch ${name} ${problem}`);
  }
  Object.assign(switches, changes);
}

export function createSwitches(changes: Partial<Switches> = {}): Switches {
  const initial = switchNames.map((name) => [name, switchTable[name].initial]);
  const switches = Object.fromEntries(initial) as Switches;
  setSwitches(switches, changes);
  return switches;
}
