import { Phone } from 'lucide';
import { useState } from 'preact/hooks';
import type { AgentState } from '@/lib/agent/state';
import { dialFormatOf } from '@/lib/phone/dial-format';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { DialPreview } from './dial-preview';
import { DialQueue } from './dial-queue';
import { OutgoingOffer } from './outgoing-offer';

/** Calls a number that is typed or pasted in any format. */
export function DialForm({ state }: { state: AgentState }) {
  const { t, commands, newId } = useDesk();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(false);
  const pending = commands.pending.value.has('dial');

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const typed = text.trim();
    if (dialFormatOf(typed) === null) {
      setProblem(true);
      return;
    }
    const request = { type: 'dial' as const, id: newId(), text: typed };
    if (await commands.run('dial', request)) setText('');
  }

  return (
    <form class="panel dial" onSubmit={(event) => void submit(event)} noValidate>
      <div class="field">
        <label for="dial-number">{t('dial.number')}</label>
        <input
          id="dial-number"
          type="tel"
          autocomplete="off"
          maxLength={500}
          placeholder={t('dial.hint')}
          value={text}
          aria-invalid={problem}
          aria-describedby={problem ? 'dial-problem' : 'dial-preview'}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setProblem(false);
          }}
        />
      </div>
      <Button type="submit" look="primary" icon={Phone} pending={pending}>
        {t('dial.call')}
      </Button>
      {problem ? (
        <p id="dial-problem" class="problem" role="alert">
          {t('failure.notANumber')}
        </p>
      ) : (
        <DialPreview text={text.trim()} />
      )}
      <DialQueue state={state} />
      <OutgoingOffer state={state} />
    </form>
  );
}
