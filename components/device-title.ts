import type { Device } from '@/lib/daktela/device';
import type { MessageKey, Translate } from '@/lib/i18n/translate';

/** A device by its title, with the number that tells two of the same title apart. */
export function deviceTitle({ name, title }: Device): string {
  if (title === null) return name;
  return title.includes(name) ? title : `${title} (${name})`;
}

const KINDS: Record<string, MessageKey> = {
  sipDevices: 'device.sip',
  webrtcDevices: 'device.webrtc',
  genericDevices: 'device.generic',
  msteamsDevices: 'device.msteams',
  externalNumbers: 'device.external',
};

/** What kind of device it is; one of a kind not known yet is just a device. */
export function deviceKind({ model }: Device, t: Translate): string {
  return t(KINDS[model] ?? 'device.generic');
}
