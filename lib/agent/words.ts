import type { Activity, ActivityType } from '@/lib/daktela/activity';
import type { MessageKey, Translate } from '@/lib/i18n/translate';
import { callerOf } from './derive';

const UNKNOWN: Record<ActivityType, MessageKey> = {
  CALL: 'activity.unknownCaller',
  EMAIL: 'activity.unknownSender',
  CHAT: 'activity.unknownVisitor',
  SMS: 'activity.unknownSender',
  FBM: 'activity.unknownSender',
  IGDM: 'activity.unknownSender',
  WAP: 'activity.unknownSender',
  VBR: 'activity.unknownSender',
  FBCOMMENT: 'activity.unknownAuthor',
  IGCOMMENT: 'activity.unknownAuthor',
  COMMENT: 'activity.unknownAuthor',
  CUSTOM: 'type.CUSTOM',
  OTHER: 'type.OTHER',
};

/** Who is on the other side, or the word for somebody unknown on the other side of such a piece. */
export function callerTitle(activity: Activity, t: Translate): string {
  return callerOf(activity) ?? t(UNKNOWN[activity.type]);
}

/** What kind of piece it is; of a call also where it comes from. */
export function kindTitle({ type, direction }: Activity, t: Translate): string {
  return type === 'CALL' && direction !== null ? t(`call.${direction}`) : t(`type.${type}`);
}

/** What rings, in one sentence. Only a call rings; everything else is there. */
export function ringingWords(activity: Activity, t: Translate): string {
  const caller = callerTitle(activity, t);
  const queue = activity.queue?.title;
  if (activity.type === 'CALL') {
    return queue == null
      ? t('badge.ringingFrom', { caller })
      : t('badge.ringingFromQueue', { caller, queue });
  }
  const type = t(`type.${activity.type}`);
  return queue == null
    ? t('badge.offeredFrom', { type, caller })
    : t('badge.offeredFromQueue', { type, caller, queue });
}
