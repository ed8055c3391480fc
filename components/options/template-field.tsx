import { useId, useRef, useState } from 'preact/hooks';
import type { SettingsTranslate } from '@/lib/i18n/settings-words';
import {
  checkTemplate,
  PLACEHOLDERS,
  previewOf,
  SAMPLE,
  type TemplateUse,
} from '@/lib/screen-pop/template';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

const EXAMPLES: Readonly<Record<TemplateUse, string>> = {
  contact: 'https://crm.example.com/contacts/{contact}',
  search: 'https://crm.example.com/search?q={number}',
  unknown: 'https://crm.example.com/contacts/new',
};

/** What is wrong with a template; null when nothing is, or nothing was typed. */
function problemOf(typed: string, use: TemplateUse, t: SettingsTranslate): string | null {
  const check = checkTemplate(typed, use);
  if (check.ok) return null;
  const { error } = check;
  if (error.kind === 'unknownPlaceholder') {
    return t('template.unknownPlaceholder', { placeholder: `{${error.placeholder}}` });
  }
  const { kind } = error;
  return kind === 'empty' ? null : t(`template.${kind}`);
}

function Preview({ typed, use }: { typed: string; use: TemplateUse }) {
  const { t } = useSettings();
  const check = checkTemplate(typed, use);
  if (!check.ok) return null;
  return (
    <p class="hint template-preview">
      {t('pop.preview', { name: SAMPLE.name ?? '', number: SAMPLE.number ?? '' })}{' '}
      <span class="template-url" dir="ltr">
        {previewOf(check.template)}
      </span>
    </p>
  );
}

/** An address with places for what is known of a caller: checked while it is typed, kept when it is good. */
export function TemplateField({ use }: { use: TemplateUse }) {
  const { t, settings, change } = useSettings();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const kept = settings.screenPop[use];
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? kept;
  const problem = problemOf(text, use, t);

  function keep(next: string): void {
    const isKept = problemOf(next, use, t) === null;
    // What is wrong stays to be mended.
    setTyped(isKept ? null : next);
    if (isKept) change({ screenPop: { ...settings.screenPop, [use]: next.trim() } });
  }

  function insert(placeholder: string): void {
    const { current } = field;
    if (!current || placeholder === '') return;
    current.setRangeText(
      `{${placeholder}}`,
      current.selectionStart ?? text.length,
      current.selectionEnd ?? text.length,
      'end',
    );
    keep(current.value);
    current.focus();
  }

  return (
    <SettingsRow
      control={id}
      title={t(`pop.${use}`)}
      hint={t(`pop.${use}Hint`)}
      problem={problem ?? undefined}
    >
      <div class="template">
        <input
          ref={field}
          id={id}
          type="text"
          inputMode="url"
          class="choose"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={EXAMPLES[use]}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onChange={({ currentTarget }) => keep(currentTarget.value)}
        />
        <select
          class="choose template-values"
          aria-label={t('pop.insertInto', { field: t(`pop.${use}`) })}
          value=""
          onChange={({ currentTarget }) => {
            insert(currentTarget.value);
            currentTarget.value = '';
          }}
        >
          <option value="">{t('pop.insert')}</option>
          {PLACEHOLDERS.map((placeholder) => (
            <option key={placeholder} value={placeholder}>
              {`${t(`pop.value.${placeholder}`)} – ${SAMPLE[placeholder]}`}
            </option>
          ))}
        </select>
      </div>
      <Preview typed={text} use={use} />
    </SettingsRow>
  );
}
