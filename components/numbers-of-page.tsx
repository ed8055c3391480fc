import { ChevronDown, Phone } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageKey, Translate } from '@/lib/i18n/translate';
import type { PageNumbers } from '@/lib/messages/page-numbers';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

/** A page of a table has thousands; a person looks at a few. */
const SHOWN_AT_FIRST = 30;

/** Each number and each refused text once, whatever the frames it stands in. */
function summedUp(frames: readonly PageNumbers[], pageHost: string) {
  const numbers = new Map(
    frames.flatMap((frame) => frame.numbers.map(({ number, dial }) => [number, dial] as const)),
  );
  const refused = new Map(
    frames.flatMap(({ host, refused: texts }) =>
      texts.map((one) => [`${host} ${one.text}`, { ...one, host: host || pageHost }] as const),
    ),
  );
  return { dials: [...numbers.values()], refused: [...refused.values()] };
}

/** Rules have names; those of a newer page script may have no words here. */
function ruleText(rule: string, t: Translate): string {
  const key = `rule.${rule}`;
  const text = t(key as MessageKey);
  return text === key ? t('numbers.otherRule') : text;
}

function Unfolding({ title, children }: { title: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="numbers-fold"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>{title}</span>
        <Icon node={ChevronDown} size={16} />
      </button>
      {open && children}
    </>
  );
}

/** As many as a person looks at, and then more. */
function LongList<Item>({
  items,
  children,
}: {
  items: readonly Item[];
  children: (item: Item) => ComponentChildren;
}) {
  const { t } = useDesk();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  return (
    <>
      <ul class="numbers-list">{items.slice(0, shown).map(children)}</ul>
      {items.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

function NumberRow({ dial }: { dial: string }) {
  const { t, commands, newId } = useDesk();
  const pending = commands.pending.value.has('dial');
  return (
    <li class="numbers-row">
      <span class="numbers-text" dir="ltr">
        {dial}
      </span>
      <button
        type="button"
        class="icon-button call-again"
        aria-label={t('history.call', { who: dial })}
        disabled={pending}
        onClick={() => void commands.run('dial', { type: 'dial', id: newId(), text: dial })}
      >
        <Icon node={Phone} />
      </button>
    </li>
  );
}

function RefusedRow({ text, rule, host }: { text: string; rule: string; host: string }) {
  const { t, send } = useDesk();
  const [failed, setFailed] = useState(false);
  async function teach(): Promise<void> {
    const reply = await send({ type: 'teach', text, as: 'phone', host });
    setFailed(!reply.ok);
  }
  return (
    <li class="numbers-row">
      <span class="numbers-words">
        <span class="numbers-text" dir="ltr">
          {text}
        </span>
        <span class="hint">{ruleText(rule, t)}</span>
        {failed && (
          <span class="problem" role="alert">
            {t('failure.notANumber')}
          </span>
        )}
      </span>
      <Button look="quiet" onClick={() => void teach()}>
        {t('numbers.isPhone')}
      </Button>
    </li>
  );
}

/** What the page in front has been found to hold: numbers to call, and what only looks like them. */
export function NumbersOfPage({ pageHost }: { pageHost: string }) {
  const { t, pageNumbers } = useDesk();
  const frames = pageNumbers.value;
  const { dials, refused } = summedUp(frames, pageHost);
  if (frames.length === 0) return <p class="hint">{t('numbers.noAnswer')}</p>;
  return (
    <div class="numbers">
      {frames.some(({ scanning }) => scanning) && <p class="hint">{t('numbers.scanning')}</p>}
      {dials.length === 0 ? (
        <p class="hint">{t('numbers.none')}</p>
      ) : (
        <Unfolding title={t('numbers.count', { count: dials.length })}>
          <LongList items={dials}>{(dial) => <NumberRow key={dial} dial={dial} />}</LongList>
        </Unfolding>
      )}
      {refused.length > 0 && (
        <Unfolding title={t('numbers.refusedCount', { count: refused.length })}>
          <LongList items={refused}>
            {(one) => <RefusedRow key={`${one.host} ${one.text}`} {...one} />}
          </LongList>
        </Unfolding>
      )}
    </div>
  );
}
