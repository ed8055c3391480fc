import { untracked, useSignalEffect } from '@preact/signals';
import { KeyRound, LogIn, ShieldCheck } from 'lucide';
import { useMemo, useRef } from 'preact/hooks';
import icon from '@/components/brand/icon.svg';
import type { SignIn as SignInPhase } from '@/lib/agent/state';
import { isLocked } from '@/lib/settings/policy';
import { Button } from './button';
import { type Desk, useDesk } from './desk-ports';
import { FailureAlert, FailureMessage } from './failure-alert';
import { Icon } from './icon';
import { createSignInForm, type SignInForm } from './sign-in-form';
import { TextField } from './text-field';

const KEY = 'signIn';

/** One click does it all: the request leaves first, so that a popup closed by the prompt loses nothing. */
function submit(form: SignInForm, desk: Desk): boolean {
  const checked = form.check();
  if (!checked.ok) return false;
  desk.saveDraft(form.draft());
  void desk.commands.run(KEY, checked.request);
  void desk.requestHost(checked.origin).then((granted) => {
    if (!granted) void desk.send({ type: 'session.cancelSignIn' });
  });
  return true;
}

function Fields({ form }: { form: SignInForm }) {
  const desk = useDesk();
  const { t } = desk;
  const { address, username, password, token } = form.problems.value;
  const save = () => desk.saveDraft(form.draft());
  const required = (problem: 'required' | undefined) => problem && t('field.required');
  return (
    <>
      <TextField
        id="address"
        label={t('signIn.address')}
        value={form.address}
        autocomplete="url"
        hint={t('signIn.addressHint')}
        problem={address && t(`address.${address}`)}
        locked={
          isLocked(desk.policy.value, 'daktelaAddress') ? t('settings.lockedByAdmin') : undefined
        }
        onInput={save}
      />
      {form.method.value === 'password' ? (
        <>
          <TextField
            id="username"
            label={t('signIn.username')}
            value={form.username}
            autocomplete="username"
            problem={required(username)}
            onInput={save}
          />
          <TextField
            id="password"
            label={t('signIn.password')}
            value={form.password}
            type="password"
            autocomplete="current-password"
            problem={required(password)}
            onInput={save}
          />
        </>
      ) : (
        <TextField
          id="token"
          label={t('signIn.token')}
          value={form.token}
          type="password"
          autocomplete="off"
          hint={t('signIn.tokenHint')}
          problem={required(token)}
          onInput={save}
        />
      )}
    </>
  );
}

function Choices({ form, pending }: { form: SignInForm; pending: boolean }) {
  const { t, saveDraft } = useDesk();
  const usesToken = form.method.value === 'token';
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={form.stay}
          onChange={({ currentTarget }) => {
            form.stay.value = currentTarget.checked;
            saveDraft(form.draft());
          }}
        />
        {t('signIn.stay')}
      </label>
      <Button type="submit" look="primary" icon={LogIn} pending={pending}>
        {t('signIn.submit')}
      </Button>
      <Button
        look="quiet"
        icon={KeyRound}
        onClick={() => {
          form.method.value = usesToken ? 'password' : 'token';
          saveDraft(form.draft());
        }}
      >
        {usesToken ? t('signIn.usePassword') : t('signIn.useToken')}
      </Button>
    </>
  );
}

function PermissionWait({ origin }: { origin: string }) {
  const { t, requestHost, send } = useDesk();
  const allow = async () => {
    if (!(await requestHost(origin))) await send({ type: 'session.cancelSignIn' });
  };
  return (
    <div class="permission">
      <Icon node={ShieldCheck} size={28} />
      <h2>{t('signIn.permissionTitle', { host: new URL(origin).host })}</h2>
      <p class="hint">{t('signIn.permissionLead')}</p>
      <Button look="primary" onClick={() => void allow()}>
        {t('signIn.allow')}
      </Button>
      <Button look="quiet" onClick={() => void send({ type: 'session.cancelSignIn' })}>
        {t('signIn.cancel')}
      </Button>
    </div>
  );
}

/** Why nobody is signed in, unless the open popup already shows it as the failure of its own click. */
function Reason({ signIn }: { signIn: SignInPhase }) {
  const { t, commands } = useDesk();
  if (signIn.phase !== 'signedOut' || commands.failure.value !== null) return null;
  if (signIn.ended !== null && signIn.ended !== 'byAgent') {
    return (
      <p class="alert" role="alert">
        {t(`signIn.${signIn.ended}`)}
      </p>
    );
  }
  return signIn.failure === null ? null : (
    <div class="alert" role="alert">
      <FailureMessage failure={signIn.failure} />
    </div>
  );
}

/** Logging in, from the empty form to the browser's own question. */
export function SignIn({ signIn }: { signIn: SignInPhase }) {
  const desk = useDesk();
  const { t, draft, settings, policy } = desk;
  const form = useMemo(createSignInForm, []);
  const element = useRef<HTMLFormElement>(null);
  const fillAddress = () =>
    form.fillAddress(settings.value.daktelaAddress, isLocked(policy.value, 'daktelaAddress'));
  useSignalEffect(() => {
    if (draft.value) form.restore(draft.value);
    untracked(fillAddress);
  });
  useSignalEffect(fillAddress);

  function onSubmit(event: Event): void {
    event.preventDefault();
    if (submit(form, desk)) return;
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus(),
    );
  }

  return (
    <main class="sign-in">
      <header class="sign-in-head">
        <img src={icon} alt="" width={48} height={48} />
        <h1>{t('signIn.title')}</h1>
        <p class="hint">{t('signIn.lead')}</p>
      </header>
      {signIn.phase === 'awaitingPermission' && <PermissionWait origin={signIn.origin} />}
      <form
        ref={element}
        hidden={signIn.phase === 'awaitingPermission'}
        onSubmit={onSubmit}
        noValidate
      >
        <Reason signIn={signIn} />
        <FailureAlert />
        <Fields form={form} />
        <Choices form={form} pending={signIn.phase === 'loggingIn'} />
      </form>
    </main>
  );
}
