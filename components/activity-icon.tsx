import {
  Camera,
  ClipboardList,
  Heart,
  type IconNode,
  Inbox,
  Mail,
  MessageCircleMore,
  MessageCirclePlus,
  MessageSquareQuote,
  MessageSquareText,
  MessagesSquare,
  Phone,
  PhoneIncoming,
  PhoneOutgoing,
  Send,
  ThumbsUp,
} from 'lucide';
import { kindTitle } from '@/lib/agent/words';
import type { Activity, ActivityType } from '@/lib/daktela/activity';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

/** One picture a type; the brands themselves are not ours to draw. */
const ICONS: Record<ActivityType, IconNode> = {
  CALL: Phone,
  EMAIL: Mail,
  CHAT: MessagesSquare,
  SMS: MessageSquareText,
  FBM: Send,
  IGDM: Camera,
  WAP: MessageCircleMore,
  VBR: MessageCirclePlus,
  CUSTOM: ClipboardList,
  FBCOMMENT: ThumbsUp,
  IGCOMMENT: Heart,
  COMMENT: MessageSquareQuote,
  OTHER: Inbox,
};

const CALLS = { in: PhoneIncoming, out: PhoneOutgoing, internal: Phone } as const;

function iconOf({ type, direction }: Activity): IconNode {
  return type === 'CALL' && direction !== null ? CALLS[direction] : ICONS[type];
}

/** What kind of piece it is, to be seen from afar. */
export function ActivityIcon({ activity }: { activity: Activity }) {
  const { t } = useDesk();
  return (
    <span class="activity-icon" title={kindTitle(activity, t)}>
      <Icon node={iconOf(activity)} size={20} />
    </span>
  );
}
