import { ACTIVITY_TYPES, type ActivityType } from '@/lib/daktela/activity';
import type { Language } from '@/lib/i18n/languages';
import type { SettingsKey } from '@/lib/i18n/settings-words';
import type { PopMoment } from '@/lib/settings/screen-pop';

/** All types that alerts are chosen for; the last stands for those nobody knows yet. */
export const ALERTED_TYPES: readonly ActivityType[] = [...ACTIVITY_TYPES, 'OTHER'];

export function typeKey(type: ActivityType): SettingsKey {
  return type === 'OTHER' ? 'alerts.otherType' : `type.${type}`;
}

/** One's own call rings at the other side only, so it is said to be dialled. */
export function momentKey(direction: 'in' | 'out', moment: PopMoment): SettingsKey {
  return direction === 'out' && moment === 'ring' ? 'pop.dialled' : `pop.${moment}`;
}

export function percentText(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}

const two = (part: number) => String(part).padStart(2, '0');

/** A minute of the day as clocks and fields of time write it. */
export function timeText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
