import {
  AtSign,
  Camera,
  Inbox,
  Mail,
  MessageCircle,
  MessageSquare,
  Phone,
  PhoneOutgoing,
  SquareActivity,
} from 'lucide';
import { callerOf } from '@/lib/agent/derive';
import type { Activity, ActivityType } from '@/lib/daktela/activity';
import type { Translate } from '@/lib/i18n/translate';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

const ICONS: Record<ActivityType, typeof Phone> = {
  CALL: Phone,
  EMAIL: Mail,
  CHAT: MessageCircle,
  SMS: MessageSquare,
  FBM: MessageCircle,
  IGDM: Camera,
  WAP: MessageCircle,
  VBR: MessageCircle,
  CUSTOM: SquareActivity,
  FBCOMMENT: AtSign,
  IGCOMMENT: AtSign,
  COMMENT: AtSign,
  OTHER: Inbox,
};

function callerTitle(activity: Activity, t: Translate): string {
  return callerOf(activity) ?? t('activity.unknownCaller');
}

/** The accessible name of a piece: who, and in which queue. */
export function activityLabel(activity: Activity, t: Translate): string {
  const caller = callerTitle(activity, t);
  const queue = activity.queue?.title;
  return queue == null ? caller : t('activity.label', { caller, queue });
}

/** Who it is and where it came from. */
export function ActivityHead({ activity, phase }: { activity: Activity; phase: string }) {
  const { t } = useDesk();
  const title = callerTitle(activity, t);
  const details = [
    activity.account,
    activity.number === title ? null : activity.number,
    activity.queue?.title,
  ].filter((detail) => detail != null);
  const isOutgoing = activity.type === 'CALL' && activity.direction === 'out';
  return (
    <div class="activity-head">
      <span class="activity-icon" title={t(`type.${activity.type}`)}>
        <Icon node={isOutgoing ? PhoneOutgoing : ICONS[activity.type]} size={20} />
      </span>
      <div class="activity-words">
        <h2>{title}</h2>
        {details.length > 0 && <p class="activity-details">{details.join(' · ')}</p>}
      </div>
      <p class="activity-phase">{phase}</p>
    </div>
  );
}
