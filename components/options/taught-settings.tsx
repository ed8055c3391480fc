import { X } from 'lucide';
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
import { LoadFile, SaveFile } from './file-buttons';
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

  async function take(text: string): Promise<void> {
    const next = readTaughtFile(text);
    const isKept = !next.ok || (await save(addTaught(next.numbers)));
    setFile(isKept ? next : null);
  }

  return (
    <SettingsGroup name="taught" title={t('taught.title')} lead={t('taught.lead')}>
      <List numbers={taught.value} />
      <div class="file-actions">
        {taught.value.length > 0 && (
          <SaveFile name={FILE_NAME} content={taughtFileOf(taught.value)}>
            {t('taught.export')}
          </SaveFile>
        )}
        <LoadFile onLoad={(text) => void take(text)}>{t('taught.import')}</LoadFile>
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
