import { BellRing, Circle, CircleAlert, CircleCheck, CircleDot } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { isQuietAt, type Rung, rungsOf } from '@/lib/settings/alerts';
import type { Shortcut } from './alert-ports';
import { type Answer, RingQuestion, type RungStep } from './alert-test-ring';
import { SettingsGroup } from './settings-group';
import { type SettingsDesk, useSettings } from './settings-ports';

/** In the order in which one needs the other. */
const STEPS = ['permission', 'notification', 'sound', 'window', 'shortcut'] as const;
type Step = (typeof STEPS)[number];
const RUNG_OF: Readonly<Record<RungStep, Rung>> = {
  notification: 'notification',
  sound: 'tone',
  window: 'window',
};

/** What can be known without asking the agent. */
interface Known {
  readonly system: 'windows' | 'mac' | 'chromeos' | 'other';
  readonly isAllowed: boolean;
  readonly shortcuts: readonly Shortcut[];
}

async function findOut({ alerts: { test } }: SettingsDesk): Promise<Known> {
  const [system, isAllowed, shortcuts] = await Promise.all([
    test.readSystem(),
    test.notificationsAllowed(),
    test.readShortcuts(),
  ]);
  return { system, isAllowed, shortcuts };
}

/** What keeps a notification, a sound or the desk from the agent, and how to let it through. */
function helpFor(step: RungStep, { system }: Known, desk: SettingsDesk): string[] {
  const { t, settings, alerts } = desk;
  const { volume, output } = settings.alerts;
  const browser = alerts.test.browserName;
  switch (step) {
    case 'notification':
      return [
        t(`help.notification.${system}`, { browser }),
        t('help.notification.browser', { browser }),
      ];
    case 'sound':
      return [
        ...(volume === 0 ? [t('help.sound.volume')] : []),
        ...(output !== null ? [t('help.sound.output')] : []),
        t('help.sound.system', { browser }),
        t('help.sound.restart', { browser }),
      ];
    case 'window':
      return [
        t('help.window.behind'),
        t('help.window.open'),
        t('help.window.browser', { browser }),
      ];
  }
}

/** What a real call would do otherwise than the test, by what the agent has chosen. */
function exceptionsOf(step: RungStep, { t, settings, alerts }: SettingsDesk): string[] {
  const chosen = settings.alerts;
  const isQuiet = chosen.quietOnTelephone && alerts.onTelephone.value;
  const isOff = !rungsOf(chosen, 'own', 'CALL', isQuiet)[RUNG_OF[step]];
  return [
    ...(isOff
      ? [t(step === 'sound' && isQuiet ? 'alertTest.quietOnTelephone' : 'alertTest.off')]
      : []),
    ...(step === 'sound' && isQuietAt(chosen.quietHours, new Date())
      ? [t('alertTest.quietNow')]
      : []),
  ];
}

function Keys({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const { t, alerts } = useSettings();
  return (
    <>
      <ul class="test-keys">
        {shortcuts.map(({ title, keys }) => (
          <li key={title}>
            <span>{title}</span>
            {keys === '' ? <span class="hint">{t('alertTest.noKeys')}</span> : <kbd>{keys}</kbd>}
          </li>
        ))}
      </ul>
      <p class="hint">{t('alertTest.keysHint')}</p>
      <div>
        <Button onClick={() => void alerts.test.openShortcutSettings()}>
          {t('alertTest.setKeys')}
        </Button>
      </div>
    </>
  );
}

const LOOKS = {
  todo: { icon: Circle, word: 'alertTest.todo' },
  now: { icon: CircleDot, word: 'alertTest.now' },
  works: { icon: CircleCheck, word: 'alertTest.works' },
  fails: { icon: CircleAlert, word: 'alertTest.fails' },
} as const;

function StepItem({
  step,
  look,
  children,
}: {
  step: Step;
  look: keyof typeof LOOKS;
  children?: ComponentChildren;
}) {
  const { t } = useSettings();
  const { icon, word } = LOOKS[look];
  return (
    <li class={`test-step test-${look}`} aria-current={look === 'now' ? 'step' : undefined}>
      <Icon node={icon} size={20} />
      <div class="test-words">
        <h3>
          {t(`alertTest.${step}`)} <span class="test-state">{t(word)}</span>
        </h3>
        {children}
      </div>
    </li>
  );
}

/** The walk from one step to the next; it ends by itself. */
function Walk({ known, onEnd }: { known: Known; onEnd: () => void }) {
  const desk = useSettings();
  const { t } = desk;
  const [answers, setAnswers] = useState<Partial<Record<Step, Answer>>>({
    permission: known.isAllowed ? 'works' : 'fails',
  });
  const current = STEPS.find((step) => answers[step] === undefined && step !== 'shortcut');
  const hasKeys = known.shortcuts.some(({ keys }) => keys !== '');
  const outcomes: Partial<Record<Step, Answer>> =
    current === undefined ? { ...answers, shortcut: hasKeys ? 'works' : 'fails' } : answers;
  const failures = Object.values(outcomes).filter((outcome) => outcome === 'fails').length;
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => summary.current?.focus(), [current]);

  function wordsFor(step: Step): ComponentChildren {
    const outcome = outcomes[step];
    switch (step) {
      case 'permission':
        return known.isAllowed ? (
          <p class="hint">{t('alertTest.allowed')}</p>
        ) : (
          <p>{t('help.permission', { browser: desk.alerts.test.browserName })}</p>
        );
      case 'shortcut':
        return outcome && <Keys shortcuts={known.shortcuts} />;
      default:
        if (step === current) {
          return (
            <RingQuestion
              key={step}
              step={step}
              help={helpFor(step, known, desk)}
              onAnswer={(answer) => setAnswers({ ...answers, [step]: answer })}
            />
          );
        }
        if (!outcome) return null;
        return [
          ...(outcome === 'fails' ? helpFor(step, known, desk) : []),
          ...exceptionsOf(step, desk),
        ].map((sentence) => (
          <p key={sentence} class="hint">
            {sentence}
          </p>
        ));
    }
  }

  return (
    <>
      <ol class="test-steps" aria-label={t('alertTest.title')}>
        {STEPS.map((step) => (
          <StepItem
            key={step}
            step={step}
            look={outcomes[step] ?? (step === current ? 'now' : 'todo')}
          >
            {wordsFor(step)}
          </StepItem>
        ))}
      </ol>
      {current === undefined && (
        <p class="test-summary" ref={summary} tabIndex={-1}>
          {failures === 0 ? t('alertTest.allWork') : t('alertTest.someFail', { count: failures })}
        </p>
      )}
      <div>
        <Button onClick={onEnd}>{t(current ? 'alertTest.end' : 'alertTest.close')}</Button>
      </div>
    </>
  );
}

/** Tries step by step whether what rings reaches the agent, with a call that is only a test. */
export function AlertTest() {
  const desk = useSettings();
  const { t } = desk;
  const [known, setKnown] = useState<Known | null>(null);
  return (
    <SettingsGroup name="alert-test" title={t('alertTest.title')} lead={t('alertTest.lead')}>
      {known ? (
        <Walk known={known} onEnd={() => setKnown(null)} />
      ) : (
        <div>
          <Button look="primary" icon={BellRing} onClick={() => void findOut(desk).then(setKnown)}>
            {t('alertTest.start')}
          </Button>
        </div>
      )}
    </SettingsGroup>
  );
}
