import { useEffect, useState } from 'preact/hooks';
import { numberWords } from '@/lib/i18n/number-words';
import type { DialPlan } from '@/lib/messages/reply';
import { useDesk } from './desk-ports';

/** Says what will be dialled where that is not what was typed. */
export function DialPreview({ text }: { text: string }) {
  const { t, language, planDial } = useDesk();
  const [plan, setPlan] = useState<DialPlan | null>(null);
  useEffect(() => {
    let isLatest = true;
    setPlan(null);
    if (text !== '') {
      void planDial(text).then((planned) => {
        if (isLatest) setPlan(planned);
      });
    }
    return () => {
      isLatest = false;
    };
  }, [text, planDial]);
  const isAsTyped = plan === null || plan.dial === text.replace(/\s/g, '');
  return (
    <p id="dial-preview" class="hint" aria-live="polite">
      {!isAsTyped && t('dial.preview', { number: numberWords(plan, language) })}
    </p>
  );
}
