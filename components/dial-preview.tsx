import { useEffect, useState } from 'preact/hooks';
import { numberWords } from '@/lib/i18n/number-words';
import type { DialPlan } from '@/lib/messages/reply';
import { useDesk } from './desk-ports';

/** Says what will be dialled where that is not what was typed. */
export function DialPreview({ text }: { text: string }) {
  const { t, language, planDial } = useDesk();
  /** What was said last stands until there is more to say, or each key pressed would have it come and go. */
  const [plan, setPlan] = useState<DialPlan | null>(null);
  useEffect(() => {
    let isLatest = true;
    if (text === '') setPlan(null);
    else {
      void planDial(text).then((planned) => {
        const isAsTyped = planned?.dial === text.replace(/\s/g, '');
        if (isLatest) setPlan(isAsTyped ? null : planned);
      });
    }
    return () => {
      isLatest = false;
    };
  }, [text, planDial]);
  return (
    <p id="dial-preview" class="hint" aria-live="polite">
      {plan && t('dial.preview', { number: numberWords(plan, language) })}
    </p>
  );
}
