import { CircleAlert, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { ongoingCall } from '@/lib/agent/ongoing-call';
import type { AgentState, Notice } from '@/lib/agent/state';
import { callerTitle } from '@/lib/agent/words';
import type { Activity } from '@/lib/daktela/activity';
import type { Failure } from '@/lib/daktela/failure';
import type { Translate } from '@/lib/i18n/translate';
import type { Request } from '@/lib/messages/protocol';
import { dialFormatOf } from '@/lib/phone/dial-format';
import { CommandButton } from './command-button';
import type { FailedCommand } from './commands';
import { useDesk } from './desk-ports';
import { failureWords, triedText } from './failure-text';
import { Icon } from './icon';

/** Only these may be asked for again by a click on what went wrong: they change nothing. */
const HARMLESS: ReadonlySet<Request['type']> = new Set(['devices.load']);

interface FailureWordsProps {
  failure: Failure;
  /** What was tried. */
  tried?: string | null;
  children?: ComponentChildren;
}

/** More than this has to be scrolled in a narrow place. */
const FITS_CHARACTERS = 200;

const isLong = (sentences: readonly string[]) => sentences.join(' ').length > FITS_CHARACTERS;

/** What went wrong, in words only: what was tried, what happened, what to do. */
export function FailureMessage({ failure, tried = null, children }: FailureWordsProps) {
  const { t } = useDesk();
  const { sentences, nextStep } = failureWords(failure, t);
  const [only] = sentences;
  return (
    <div class="alert-words">
      {tried !== null && <p class="alert-tried">{tried}</p>}
      {sentences.length === 1 ? (
        <p class="alert-sentences" dir="auto" tabIndex={isLong(sentences) ? 0 : undefined}>
          {only}
        </p>
      ) : (
        <ul class="alert-sentences" tabIndex={isLong(sentences) ? 0 : undefined}>
          {sentences.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {nextStep !== null && <p class="hint">{nextStep}</p>}
      {children}
    </div>
  );
}

function Alert({ onDismiss, ...message }: FailureWordsProps & { onDismiss: () => void }) {
  const { t } = useDesk();
  return (
    <div class="alert" role="alert">
      <Icon node={CircleAlert} />
      <FailureMessage {...message} />
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

/** The way on, where there is one that a click can take. */
function WayOn({ failure, request }: FailedCommand) {
  const { t, state } = useDesk();
  const isSignedIn = state.value?.signIn.phase === 'signedIn';
  const lostSession = failure.kind === 'unauthorised' || failure.kind === 'signedOut';
  if (isSignedIn && lostSession) {
    return (
      <CommandButton request={{ type: 'session.signOut' }}>
        {t('nextStep.logInAgain')}
      </CommandButton>
    );
  }
  return HARMLESS.has(request.type) ? (
    <CommandButton request={request}>{t('nextStep.tryAgain')}</CommandButton>
  ) : null;
}

/** A call that Daktela did not confirm is no news when it is there now, or when a notice says so too. */
function isOldNews({ failure, request }: FailedCommand, state: AgentState | null): boolean {
  if (failure.kind !== 'unknownOutcome' || request.type !== 'dial' || state === null) return false;
  if (state.notice?.id === request.id) return true;
  return ongoingCall(state, dialFormatOf(request.text) ?? '') !== null;
}

/** What Daktela does not do for an activity that is gone by now, it refuses because it is gone. */
function failureOf(
  { failure, activity }: { failure: Failure; activity?: Activity | undefined },
  state: AgentState | null,
): Failure {
  const isGone = activity && !state?.activities.some(({ name }) => name === activity.name);
  return isGone && failure.kind === 'refused' ? { ...failure, kind: 'missing' } : failure;
}

/** Of whom it was asked too: by now something else may ring. */
function withCaller(tried: string, activity: Activity | undefined, t: Translate): string {
  return activity ? `${tried} ${callerTitle(activity, t)}` : tried;
}

function commandText({ request, activity }: FailedCommand, t: Translate): string | null {
  const tried = triedText(request, t);
  return tried && withCaller(tried, activity, t);
}

function noticeText(notice: Notice, t: Translate): string {
  if ('asked' in notice) return withCaller(t(`tried.${notice.asked}`), notice.activity, t);
  if ('nextState' in notice) return t(`notice.${notice.nextState.kind}`);
  const { number } = notice;
  return number === '' ? t('notice.selection') : t('notice.dial', { number });
}

/** What went wrong with the last command, and with a call dialled while no popup was open. */
export function FailureAlert() {
  const { commands, state, send, t } = useDesk();
  const failed = commands.failure.value;
  const isShown = failed !== null && !isOldNews(failed, state.value);
  const notice = state.value?.notice ?? null;
  return (
    <>
      {isShown && (
        <Alert
          failure={failureOf(failed, state.value)}
          tried={commandText(failed, t)}
          onDismiss={commands.dismiss}
        >
          <WayOn {...failed} />
        </Alert>
      )}
      {notice && (
        <Alert
          failure={failureOf(notice, state.value)}
          tried={noticeText(notice, t)}
          onDismiss={() => {
            // What was told twice is dismissed as one.
            if (!isShown) commands.dismiss();
            void send({ type: 'notice.dismiss' });
          }}
        />
      )}
    </>
  );
}
