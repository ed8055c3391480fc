import { callerTitle, kindTitle } from '@/lib/agent/words';
import type { Activity } from '@/lib/daktela/activity';
import type { Translate } from '@/lib/i18n/translate';
import { ActivityIcon } from './activity-icon';
import { useDesk } from './desk-ports';

/** The accessible name of a piece: who, and in which queue. */
export function activityLabel(activity: Activity, t: Translate): string {
  const caller = callerTitle(activity, t);
  const queue = activity.queue?.title;
  return queue == null ? caller : t('activity.label', { caller, queue });
}

/** What is said beside the title, nothing of it twice. */
function joined(title: string, ...details: readonly (string | null | undefined)[]): string {
  const said = details.filter((detail) => detail != null && detail !== title);
  return [...new Set(said)].join(' · ');
}

/** Who it is, what about, and where it came from. */
export function ActivityHead({ activity }: { activity: Activity }) {
  const { t } = useDesk();
  const title = callerTitle(activity, t);
  const { account, number, address, subject, queue } = activity;
  const person = joined(title, account, number, address);
  const isSubjectSaid = [title, number, address].includes(subject);
  return (
    <>
      <ActivityIcon activity={activity} />
      <div class="activity-words">
        <h2>{title}</h2>
        {subject !== null && !isSubjectSaid && <p class="activity-subject">{subject}</p>}
        {person !== '' && <p class="activity-details">{person}</p>}
        <p class="activity-details">{joined('', kindTitle(activity, t), queue?.title)}</p>
      </div>
    </>
  );
}
