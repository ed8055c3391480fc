import { CircleAlert, X } from 'lucide';
import { useDesk } from './desk-ports';
import { failureText } from './failure-text';
import { Icon } from './icon';

function Alert({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const { t } = useDesk();
  return (
    <div class="alert" role="alert">
      <Icon node={CircleAlert} />
      <p>{text}</p>
      <button
        type="button"
        class="icon-button"
        aria-label={t('failure.dismiss')}
        onClick={onDismiss}
      >
        <Icon node={X} size={16} />
      </button>
    </div>
  );
}

/** What went wrong with the last command, and with a call dialled while no popup was open. */
export function FailureAlert() {
  const { commands, state, send, t } = useDesk();
  const failed = commands.failure.value;
  const notice = state.value?.notice ?? null;
  return (
    <>
      {failed && <Alert text={failureText(failed.failure, t)} onDismiss={commands.dismiss} />}
      {notice && (
        <Alert
          text={`${t('notice.dial', { number: notice.number })} ${failureText(notice.failure, t)}`}
          onDismiss={() => void send({ type: 'notice.dismiss' })}
        />
      )}
    </>
  );
}
