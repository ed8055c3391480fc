import { BellRing, Circle, CircleAlert, CircleCheck, CircleDot } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import type { Shortcut } from '@/lib/settings/shortcuts';
import { exceptionsOf, findOut, helpFor, type Known } from './alert-test-help';
import { type Answer, RingQuestion, type RingStep } from './alert-test-ring';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';

const RING_STEPS = ['notification', 'sound', 'window'] as const satisfies readonly RingStep[];
type Step = 'button' | 'permission' | RingStep | 'shortcut';
function Sentences({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} class="hint">
      {sentence}
    </p>
  ));
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
  none: { icon: Circle, word: 'alertTest.noKeys' },
} as const;
type Look = keyof typeof LOOKS;

function StepItem({
  step,
  look,
  children,
}: {
  step: Step;
  look: Look;
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
    button: known.isButtonPinned ? 'works' : 'fails',
    permission: known.isAllowed ? 'works' : 'fails',
  });
  const current = RING_STEPS.find((step) => answers[step] === undefined);
  const failures = Object.values(answers).filter((answer) => answer === 'fails').length;
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => summary.current?.focus(), [current]);

  function lookOf(step: Step): Look {
    const answer = answers[step];
    if (answer) return answer;
    if (step === current) return 'now';
    if (step !== 'shortcut' || current) return 'todo';
    return known.shortcuts.some(({ keys }) => keys !== '') ? 'works' : 'none';
  }

  function wordsFor(step: RingStep): ComponentChildren {
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
    const answer = answers[step];
    if (!answer) return null;
    const help = answer === 'fails' ? helpFor(step, known, desk) : [];
    return <Sentences sentences={[...help, ...exceptionsOf(step, desk)]} />;
  }

  return (
    <>
      <ol class="test-steps" aria-label={t('alertTest.title')}>
        <StepItem step="button" look={lookOf('button')}>
          <Sentences sentences={[t(known.isButtonPinned ? 'alertTest.pinned' : 'pin.note')]} />
        </StepItem>
        <StepItem step="permission" look={lookOf('permission')}>
          <Sentences
            sentences={[
              known.isAllowed
                ? t('alertTest.allowed')
                : t('help.permission', { browser: desk.alerts.test.browserName }),
            ]}
          />
        </StepItem>
        {RING_STEPS.map((step) => (
          <StepItem key={step} step={step} look={lookOf(step)}>
            {wordsFor(step)}
          </StepItem>
        ))}
        <StepItem step="shortcut" look={lookOf('shortcut')}>
          {!current && <Keys shortcuts={known.shortcuts} />}
        </StepItem>
      </ol>
      {!current && (
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
