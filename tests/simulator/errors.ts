/** Messages in English and Czech; `{0}` is the first value. */
const messages = {
  unauthorized: ['Unauthorized', 'Neautorizovaný přístup'],
  badCredentials: ['Wrong username or password', 'Špatné uživatelské jméno nebo heslo'],
  badRefreshToken: ['Refresh token is not valid', 'Obnovovací token není platný'],
  forbidden: ['You do not have the right to do this', 'K této akci nemáte oprávnění'],
  notFound: ['Record not found', 'Záznam nenalezen'],
  unknownEndpoint: ['Endpoint not found', 'Endpoint nenalezen'],
  badBody: ['Request body is not valid JSON', 'Tělo požadavku není platný JSON'],
  badPayload: ['Request is not understood', 'Požadavku není rozumět'],
  unknownHash: ['Hash is not valid', 'Hash není platný'],
  badFilter: ['Filter is not valid', 'Filtr není platný'],
  notReady: ['User is not ready', 'Uživatel není připraven'],
  alreadyReady: ['User is already ready', 'Uživatel už je připraven'],
  alreadyUnready: ['User is already unready', 'Uživatel už není připraven'],
  deviceMissing: ['Choose a device', 'Vyberte zařízení'],
  modelMissing: ['Choose the type of the device', 'Vyberte typ zařízení'],
  deviceUnknown: ['Device {0} does not exist', 'Zařízení {0} neexistuje'],
  deviceUsed: ['Device {0} is used by another user', 'Zařízení {0} používá jiný uživatel'],
  deviceConnected: ['Device {0} is already connected', 'Zařízení {0} už je připojeno'],
  deviceNotConnected: ['Device {0} is not connected', 'Zařízení {0} není připojeno'],
  deviceUnreachable: ['User has no available devices', 'Uživatel nemá žádné dostupné zařízení'],
  lastDevice: [
    'User is logged in to queues which require at least one device',
    'Uživatel je přihlášen do front, které vyžadují alespoň jedno zařízení',
  ],
  queueNeedsDevice: ['Queue {0} requires a device', 'Fronta {0} vyžaduje zařízení'],
  pauseUnknown: ['Pause {0} does not exist', 'Pauza {0} neexistuje'],
  pauseNotAllowed: ['Pause {0} is not allowed', 'Pauza {0} není povolena'],
  pauseLimit: ['Pause {0} cannot be repeated today', 'Pauzu {0} už dnes nelze opakovat'],
  alreadyPaused: ['User is already on this pause', 'Uživatel už na této pauze je'],
  notPaused: ['User is not on a pause', 'Uživatel není na pauze'],
  queueUnknown: ['Queue {0} does not exist', 'Fronta {0} neexistuje'],
  queueForbidden: ['You cannot log in to queue {0}', 'Do fronty {0} se nelze přihlásit'],
  queueDeactivated: ['Queue {0} is deactivated', 'Fronta {0} je deaktivovaná'],
  queueFix: ['You cannot log out of queue {0}', 'Z fronty {0} se nelze odhlásit'],
  queueAlreadyIn: ['User is already in queue {0}', 'Uživatel už je ve frontě {0}'],
  queueNotIn: ['User is not in queue {0}', 'Uživatel není ve frontě {0}'],
  numberMissing: ['Number is required', 'Číslo je povinné'],
  numberInvalid: ['Number {0} is not valid', 'Číslo {0} není platné'],
  typeInvalid: ['Activity type {0} cannot be created', 'Aktivitu typu {0} nelze vytvořit'],
  queueNotOutgoing: [
    'User is not logged in to queue {0} for outgoing calls',
    'Uživatel není přihlášen do fronty {0} pro odchozí hovory',
  ],
  noOutgoingQueue: [
    'User is not logged in to an outgoing call queue',
    'Uživatel není přihlášen do fronty odchozích hovorů',
  ],
  activityTaken: ['Activity is handled by another user', 'Aktivitu už řeší jiný uživatel'],
  activityNotYours: ['Activity does not belong to you', 'Aktivita vám nepatří'],
  activityOpen: ['Activity is already open', 'Aktivita už je otevřená'],
  activityNotOpen: ['Activity is not open', 'Aktivita není otevřená'],
  activityNotRinging: ['Activity is not ringing', 'Aktivita nezvoní'],
  callRunning: ['Call is still running', 'Hovor stále probíhá'],
  callNotRunning: ['There is no call to end', 'Není žádný hovor k ukončení'],
  statusesMissing: ['Choose a status', 'Vyberte status'],
  statusesSingle: ['Choose only one status', 'Vyberte pouze jeden status'],
  statusUnknown: ['Status {0} does not belong to the queue', 'Status {0} do fronty nepatří'],
} satisfies Record<string, [english: string, czech: string]>;

export type MessageKey = keyof typeof messages;
export type Language = 'en' | 'cs';

/** A refusal that becomes a 4xx with a localised message. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly key: MessageKey,
    readonly values: readonly string[] = [],
    readonly field = 'name',
  ) {
    super(key);
  }
}

/** A broken rule (specification, section Work With Errors). */
export function refuse(key: MessageKey, ...values: string[]): never {
  throw new ApiError(400, key, values);
}

/** A broken rule about one field of the payload. */
export function refuseField(field: string, key: MessageKey, ...values: string[]): never {
  throw new ApiError(400, key, values, field);
}

export function message(key: MessageKey, language: Language, values: readonly string[]): string {
  const [english, czech] = messages[key];
  const text = language === 'cs' ? czech : english;
  return text.replace(/\{(\d)\}/g, (_match, index: string) => values[Number(index)] ?? '');
}

/** The best of cs and en for an Accept-Language header; English when neither is wanted. */
export function languageOf(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((text) => text.trim().startsWith('q='));
      return {
        language: tag.trim().toLowerCase().split('-')[0],
        q: quality === undefined ? 1 : Number(quality.trim().slice(2)),
      };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.find(({ language }) => language === 'cs' || language === 'en')?.language === 'cs'
    ? 'cs'
    : 'en';
}
