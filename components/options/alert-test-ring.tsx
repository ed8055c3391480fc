import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import type { Rung } from '@/lib/settings/alerts';
import { useSettings } from './settings-ports';

/** Long enough to look into every corner, short enough to be borne. */
const RINGS_FOR_MS = 20_000;

/** What is tried, and how it is asked for. */
const TRIED = {
  notification: ['notification', 'repeat'],
  sound: ['tone', 'repeat'],
  window: ['window'],
} as const satisfies Record<string, readonly Rung[]>;
export type RingStep = keyof typeof TRIED;

export type Answer = 'works' | 'fails';

type Ringing = 'ringing' | 'over' | 'stopped';

function useTestRing(step: RingStep, round: number, noticed: () => void): [Ringing, () => void] {
  const { alerts } = useSettings();
  const [ringing, setRinging] = useState<Ringing>('ringing');
  const end = useRef(() => {});
  const pressed = useRef(noticed);
  pressed.current = noticed;
  useEffect(() => {
    setRinging('ringing');
    let isOver = false;
    const over = (how: Ringing) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      setRinging(how);
      stop();
    };
    const stop = alerts.test.ring(
      TRIED[step],
      () => pressed.current(),
      () => over('stopped'),
    );
    const timer = setTimeout(() => over('over'), RINGS_FOR_MS);
    end.current = () => over('over');
    return () => end.current();
  }, [step, round]);
  return [ringing, () => end.current()];
}

interface RingQuestionProps {
  step: RingStep;
  /** What to do when it does not reach the agent, one thing a sentence. */
  help: readonly string[];
  onAnswer: (answer: Answer) => void;
}

/** Rings in one way and asks whether it has reached the agent. */
export function RingQuestion({ step, help, onAnswer }: RingQuestionProps) {
  const { t } = useSettings();
  const [round, setRound] = useState(0);
  const [failed, setFailed] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  // A press on the notification says that it was seen.
  const [ringing, end] = useTestRing(step, round, () => {
    if (step === 'notification') onAnswer('works');
  });
  // The button that led here is gone, and the focus with it.
  useEffect(() => question.current?.focus(), [failed]);

  function again(): void {
    setFailed(false);
    setRound(round + 1);
  }

  return (
    <div class="test-question" ref={question} tabIndex={-1}>
      {failed ? (
        <>
          <ul class="test-help">
            {help.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div class="test-buttons">
            <Button look="primary" onClick={again}>
              {t('alertTest.again')}
            </Button>
            <Button onClick={() => onAnswer('fails')}>{t('alertTest.goOn')}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{t(`alertTest.${step}Ask`)}</p>
          {ringing !== 'ringing' && (
            <p class="hint" role="status">
              {t(`alertTest.${ringing}`)}
            </p>
          )}
          <div class="test-buttons">
            <Button look="primary" onClick={() => onAnswer('works')}>
              {t(`alertTest.${step}Yes`)}
            </Button>
            <Button
              onClick={() => {
                end();
                setFailed(true);
              }}
            >
              {t(`alertTest.${step}No`)}
            </Button>
            {ringing !== 'ringing' && (
              <Button look="quiet" onClick={again}>
                {t('alertTest.ringAgain')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
