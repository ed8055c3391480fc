import { Download, Upload, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/icon';
import { isFound, WORTH_SEARCHING } from '@/components/search-field';
import type { SettingsTranslate } from '@/lib/i18n/settings-words';
import {
  readTaughtFile,
  type TaughtFile,
  type TaughtNumber,
  taughtFileOf,
} from '@/lib/settings/taught-numbers';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';

const FILE_NAME = 'taught-numbers.json';

/** What came of a file, in sentences. */
function wordsOf(file: TaughtFile, t: SettingsTranslate): string[] {
  if (!file.ok) return [t(`taught.${file.problem}`)];
  const { numbers, leftOut } = file;
  return [
    t('taught.imported', { count: numbers.length }),
    ...(leftOut.length > 0 ? [t('taught.leftOut', { places: leftOut.join(', ') })] : []),
  ];
}

function Row({ number }: { number: TaughtNumber }) {
  const { t, save, removeTaught } = useSettings();
  const { text, host, as } = number;
  return (
    <li class="entry">
      <span class="entry-words">
        <span class="entry-name" dir="ltr">
          {text}
        </span>
        <span class="hint">
          {t(`taught.${as}`)} · <span dir="ltr">{host}</span>
        </span>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={t('taught.remove', { text, host })}
        onClick={() => void save(removeTaught(number))}
      >
        <Icon node={X} size={16} />
      </button>
    </li>
  );
}

function List({ numbers }: { numbers: readonly TaughtNumber[] }) {
  const { t } = useSettings();
  const [typed, setTyped] = useState('');
  if (numbers.length === 0) return <p class="hint entries-none">{t('taught.none')}</p>;
  const found = numbers.filter(({ text, digits, host, as }) =>
    isFound([text, digits, host, t(`taught.${as}`)].join(' '), typed),
  );
  return (
    <>
      {numbers.length > WORTH_SEARCHING && (
        <input
          type="search"
          class="search"
          aria-label={t('taught.search')}
          placeholder={t('search.placeholder')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      {found.length === 0 ? (
        <p class="hint">{t('search.nothing')}</p>
      ) : (
        <ul class="entries entries-long" aria-label={t('taught.title')}>
          {found.map((number) => (
            <Row key={`${number.host} ${number.digits}`} number={number} />
          ))}
        </ul>
      )}
    </>
  );
}

/** What was taught: to look through, to forget, to keep as a file and to take from one. */
export function TaughtSettings() {
  const { t, taught, save, addTaught } = useSettings();
  const [file, setFile] = useState<TaughtFile | null>(null);

  async function read(input: HTMLInputElement): Promise<void> {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const next = readTaughtFile(await chosen.text());
    // The same file may be chosen once more, after it was mended.
    input.value = '';
    const isKept = !next.ok || (await save(addTaught(next.numbers)));
    setFile(isKept ? next : null);
  }

  const content = `data:application/json;charset=utf-8,${encodeURIComponent(taughtFileOf(taught.value))}`;
  return (
    <SettingsGroup name="taught" title={t('taught.title')} lead={t('taught.lead')}>
      <List numbers={taught.value} />
      <div class="file-actions">
        {taught.value.length > 0 && (
          <a class="button button-plain" href={content} download={FILE_NAME}>
            <Icon node={Download} size={16} />
            {t('taught.export')}
          </a>
        )}
        <label class="button button-plain file-choice">
          <Icon node={Upload} size={16} />
          {t('taught.import')}
          <input
            type="file"
            class="unseen"
            accept=".json,application/json"
            onChange={({ currentTarget }) => void read(currentTarget)}
          />
        </label>
      </div>
      {file && (
        <div class={file.ok ? 'note' : 'alert'} role={file.ok ? 'status' : 'alert'}>
          <div class="alert-words">
            {wordsOf(file, t).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </div>
      )}
    </SettingsGroup>
  );
}
