import { Keyboard, TriangleAlert } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import type { Shortcut } from '@/lib/settings/shortcuts';
import { Lockable } from './lockable';
import { PauseSelect } from './pause-select';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

/** In the order in which a call needs them. */
const NAMES = [
  'accept',
  'reject',
  'hang-up',
  'toggle-ready',
  '_execute_action',
  'call-selection',
  'step-next',
  'step-previous',
] as const;
type Name = (typeof NAMES)[number];

/** What stands in the way of a key; null for nothing. */
function useProblem() {
  const { t } = useSettings();
  return ({ keys, suggested }: Shortcut, same: Name | undefined): string | null => {
    if (keys === '') return suggested && t('keys.taken', { keys: suggested });
    return same ? t('keys.same', { title: t(`key.${same}`) }) : null;
  };
}

function Entry({ name, shortcut, same }: { name: Name; shortcut: Shortcut; same?: Name }) {
  const { t } = useSettings();
  const problem = useProblem()(shortcut, same);
  return (
    <li class="entry">
      <span class="entry-words">
        <span class="entry-name">{t(`key.${name}`)}</span>
        {problem !== null && (
          <span class="entry-standing entry-notAllowed">
            <Icon node={TriangleAlert} size={14} />
            {problem}
          </span>
        )}
      </span>
      {shortcut.keys === '' ? (
        <span class="hint">{t('keys.none')}</span>
      ) : (
        <kbd class="keys" dir="ltr">
          {shortcut.keys}
        </kbd>
      )}
    </li>
  );
}

/** The keys that the browser has now; they may be changed on its own page while this one is open. */
function useShortcuts(): readonly Shortcut[] {
  const { readShortcuts } = useSettings().alerts.test;
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const read = () => void readShortcuts().then(setShortcuts);
    read();
    addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      removeEventListener('focus', read);
      document.removeEventListener('visibilitychange', read);
    };
  }, [readShortcuts]);
  return shortcuts;
}

/** Which keys there are, where they are changed, and what one of them starts. */
export function ShortcutSettings() {
  const { t, settings, change, alerts } = useSettings();
  const shortcuts = useShortcuts();
  const id = useId();
  const entries = NAMES.flatMap((name) => {
    const shortcut = shortcuts.find((each) => each.name === name);
    return shortcut ? [{ name, shortcut }] : [];
  });
  const sameAs = ({ name, shortcut }: (typeof entries)[number]) =>
    entries.find((each) => each.name !== name && each.shortcut.keys === shortcut.keys)?.name;
  return (
    <SettingsGroup name="keys" title={t('keys.title')} lead={t('keys.lead')}>
      <SettingsRow title={t('keys.now')} hint={t('keys.changeHint')}>
        <ul class="entries" aria-label={t('keys.title')}>
          {entries.map((entry) => {
            const same = sameAs(entry);
            return <Entry key={entry.name} {...entry} {...(same ? { same } : {})} />;
          })}
        </ul>
        <div class="file-actions">
          <Button icon={Keyboard} onClick={() => void alerts.test.openShortcutSettings()}>
            {t('keys.change')}
          </Button>
        </div>
      </SettingsRow>
      <Lockable path="shortcuts.pause">
        <SettingsRow control={id} title={t('keys.pause')} hint={t('keys.pauseHint')}>
          <PauseSelect
            id={id}
            none={t('keys.onlyPause')}
            chosen={settings.shortcuts.pause}
            onChoose={(pause) => change({ shortcuts: { ...settings.shortcuts, pause } })}
          />
        </SettingsRow>
      </Lockable>
    </SettingsGroup>
  );
}
