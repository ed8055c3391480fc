import { Check, CircleAlert, X } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { LockedNote } from '@/components/locked-note';
import { hostPermissionOf } from '@/lib/daktela/address';
import type { SettingsTranslate } from '@/lib/i18n/settings-words';
import { grantedUnlisted, isAllowed, patternsOf } from '@/lib/session/click-to-call-matches';
import {
  isForEveryHost,
  permissionsFor,
  readSitePattern,
  type SitePattern,
} from '@/lib/settings/site-patterns';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

/** What was typed, taken apart: the entries that are good, and those that are not with the reason. */
function readEntries(typed: string, there: readonly string[], t: SettingsTranslate) {
  const good: SitePattern[] = [];
  const bad: { text: string; problem: string }[] = [];
  for (const text of typed.split(/[\n,;]+/).map((line) => line.trim())) {
    if (text === '') continue;
    const reading = readSitePattern(text);
    if (!reading.ok) bad.push({ text, problem: t(`pattern.${reading.problem}`, { text }) });
    else if ([...there, ...good.map((one) => one.text)].includes(reading.pattern.text)) {
      bad.push({ text, problem: t('pattern.twice', { text }) });
    } else good.push(reading.pattern);
  }
  return { good, bad };
}

interface AddSitesProps {
  label: string;
  there: readonly string[];
  /** Called in the very click. */
  onAdd: (patterns: readonly SitePattern[]) => void;
}

/** Takes what is good into the list; the rest stays in the field with what is wrong with it. */
function AddSites({ label, there, onAdd }: AddSitesProps) {
  const { t } = useSettings();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  function submit(event: Event): void {
    event.preventDefault();
    const { good, bad } = readEntries(typed, there, t);
    if (good.length > 0) onAdd(good);
    setTyped(bad.map(({ text }) => text).join('\n'));
    setProblems(bad.map(({ problem }) => problem));
  }
  return (
    <form class="field add-sites" onSubmit={submit}>
      <label for={id}>{label}</label>
      <div class="add-sites-line">
        <textarea
          id={id}
          rows={Math.min(6, typed.split('\n').length + 1)}
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-note`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit">{t('siteSettings.add')}</Button>
      </div>
      {problems.length > 0 ? (
        <ul id={`${id}-note`} class="problem" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : (
        <p id={`${id}-note`} class="hint">
          {t('siteSettings.addHint')}
        </p>
      )}
    </form>
  );
}

type Standing = 'allowed' | 'allowedInBrowser' | 'notAllowed';

interface EntryProps {
  site: string;
  /** Null where it does not matter what the browser allows. */
  standing: Standing | null;
  onAllow?: () => void;
  /** Undefined where it may not be removed. */
  onRemove?: (() => void) | undefined;
}

function Entry({ site, standing, onAllow, onRemove }: EntryProps) {
  const { t } = useSettings();
  return (
    <li class="entry">
      <span class="entry-words">
        <span class="entry-name" dir="ltr">
          {site}
        </span>
        {standing !== null && (
          <span class={`entry-standing entry-${standing}`}>
            <Icon node={standing === 'notAllowed' ? CircleAlert : Check} size={14} />
            {t(`siteSettings.${standing}`)}
          </span>
        )}
      </span>
      {standing === 'notAllowed' && onAllow && (
        <button
          type="button"
          class="button button-plain"
          aria-label={t('siteSettings.allow', { site })}
          onClick={onAllow}
        >
          {t('siteSettings.allowShort')}
        </button>
      )}
      {onRemove && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('siteSettings.remove', { site })}
          onClick={onRemove}
        >
          <Icon node={X} size={16} />
        </button>
      )}
    </li>
  );
}

/** The entries of one list, with what the browser has to say about each. */
export function SiteList({ list }: { list: 'listed' | 'blocked' }) {
  const desk = useSettings();
  const { t, settings, isLocked, change, allow, disallow } = desk;
  const { sites } = settings;
  const granted = desk.granted.value;
  const daktelaOrigin = desk.daktelaOrigin.value;
  const texts = sites[list];
  const locked = isLocked(`sites.${list}`);
  const rules = { sites, granted, daktelaOrigin, isListLocked: locked };
  const ofBrowser = list === 'listed' ? grantedUnlisted(rules) : [];

  const withoutPermission = (patterns: readonly SitePattern[]) =>
    patterns.filter((pattern) => !isAllowed(pattern, granted)).flatMap(permissionsFor);

  function add(patterns: readonly SitePattern[]): void {
    const asked = list === 'listed' ? withoutPermission(patterns) : [];
    if (asked.length > 0) void allow(asked);
    change({ sites: { ...sites, [list]: [...texts, ...patterns.map(({ text }) => text)] } });
  }

  function remove(text: string): void {
    const rest = texts.filter((other) => other !== text);
    change({ sites: { ...sites, [list]: rest } });
    if (list === 'blocked') return;
    // What no other entry needs goes back to the browser, else the site would stay on by it.
    const needed = patternsOf(rest).flatMap(permissionsFor);
    const own = daktelaOrigin === null ? null : hostPermissionOf(daktelaOrigin);
    const spare = patternsOf([text])
      .flatMap(permissionsFor)
      .filter((one) => granted.includes(one) && !needed.includes(one) && one !== own);
    if (spare.length > 0) void disallow(spare);
  }

  const standingOf = (text: string): Standing | null => {
    if (list === 'blocked') return null;
    return patternsOf([text]).some((pattern) => isAllowed(pattern, granted))
      ? 'allowed'
      : 'notAllowed';
  };

  return (
    <SettingsRow title={t(`siteSettings.${list}`)} hint={t(`siteSettings.${list}Hint`)}>
      {texts.length + ofBrowser.length === 0 ? (
        <p class="hint entries-none">{t(`siteSettings.${list}None`)}</p>
      ) : (
        <ul class="entries" aria-label={t(`siteSettings.${list}`)}>
          {texts.map((text) => (
            <Entry
              key={text}
              site={text}
              standing={standingOf(text)}
              onAllow={() => void allow(patternsOf([text]).flatMap(permissionsFor))}
              onRemove={locked ? undefined : () => remove(text)}
            />
          ))}
          {ofBrowser
            .filter((given) => !isForEveryHost(given))
            .map((given) => (
              <Entry
                key={given}
                site={given.replace(/\/\*$/, '')}
                standing="allowedInBrowser"
                onRemove={() => void disallow([given])}
              />
            ))}
        </ul>
      )}
      {locked ? (
        <LockedNote text={t('settings.lockedByAdmin')} />
      ) : (
        <AddSites label={t(`siteSettings.${list}Add`)} there={texts} onAdd={add} />
      )}
    </SettingsRow>
  );
}
