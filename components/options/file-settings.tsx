import { RotateCcw } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import type { SettingsKey } from '@/lib/i18n/settings-words';
import { FILE_PATHS } from '@/lib/settings/given-paths';
import { type LeftOut, leaveOut } from '@/lib/settings/given-values';
import { changedValues } from '@/lib/settings/policy';
import { settingsFrom, type Values, valuesOf } from '@/lib/settings/setting-paths';
import { readSettingsFile, type SettingsFile, settingsFileOf } from '@/lib/settings/settings-file';
import { LoadFile, SaveFile } from './file-buttons';
import { LeftOutList } from './left-out-list';
import { nameOf, SETTING_TEXTS } from './setting-texts';
import { SettingsGroup } from './settings-group';
import { type SettingsDesk, useSettings } from './settings-ports';

const FILE_NAME = 'agent-widget-settings.json';

/** What the agent has begun; the file is read, but nothing of it holds before they say so. */
type Step =
  | { readonly is: 'refused'; readonly problem: (SettingsFile & { ok: false })['problem'] }
  | { readonly is: 'looking'; readonly values: Values; readonly leftOut: readonly LeftOut[] }
  | { readonly is: 'asking' }
  /** What was chosen before, to go back to; null where there is no way back. */
  | { readonly is: 'done'; readonly told: SettingsKey; readonly before: unknown };

/** What the file would change, and what of it may not be changed. */
function newsOf(values: Values, { t, settings, isLocked }: SettingsDesk) {
  const changed = changedValues(settings, values);
  const paths = FILE_PATHS.filter((path) => Object.hasOwn(changed, path));
  return {
    paths: paths.filter((path) => !isLocked(path)),
    locked: paths
      .filter(isLocked)
      .map((path) => leaveOut(nameOf(path, t), changed[path], 'locked')),
  };
}

function Question({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  const element = useRef<HTMLElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <section class="question" aria-labelledby={id} tabIndex={-1} ref={element}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function Changes({ values, paths }: { values: Values; paths: ReturnType<typeof newsOf>['paths'] }) {
  const desk = useSettings();
  const { t, settings } = desk;
  const then = settingsFrom({ ...valuesOf(settings), ...values });
  return (
    <dl class="changes">
      {paths.map((path) => {
        const { value } = SETTING_TEXTS[path];
        return (
          <div key={path}>
            <dt>{nameOf(path, t)}</dt>
            <dd>
              <del>{value(settings, desk)}</del> <ins>{value(then, desk)}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface LookProps {
  values: Values;
  leftOut: readonly LeftOut[];
  onApply: () => void;
  onCancel: () => void;
}

/** What is in the file, before it counts. */
function Look({ values, leftOut, onApply, onCancel }: LookProps) {
  const desk = useSettings();
  const { t } = desk;
  const { paths, locked } = newsOf(values, desk);
  const all = [...locked, ...leftOut];
  return (
    <Question title={t(paths.length > 0 ? 'file.changes' : 'file.nothingNew')}>
      <Changes values={values} paths={paths} />
      {all.length > 0 && (
        <div>
          <p>{t('file.leftOut')}</p>
          <LeftOutList leftOut={all} />
        </div>
      )}
      <div class="file-actions">
        {paths.length > 0 && (
          <Button look="primary" onClick={onApply}>
            {t('file.apply')}
          </Button>
        )}
        <Button onClick={onCancel}>{t(paths.length > 0 ? 'file.cancel' : 'file.close')}</Button>
      </div>
    </Question>
  );
}

/** All settings as a file, from a file, and as they were in the beginning. */
export function FileSettings() {
  const { t, settings, save, changeValues, readChosen, restoreChosen } = useSettings();
  const [step, setStep] = useState<Step | null>(null);

  function look(text: string): void {
    const file = readSettingsFile(text);
    setStep(file.ok ? { is: 'looking', ...file } : { is: 'refused', problem: file.problem });
  }

  async function perform(told: SettingsKey, work: () => Promise<void>): Promise<void> {
    const before = await readChosen();
    if (await save(work())) setStep({ is: 'done', told, before });
  }

  async function undo(before: unknown): Promise<void> {
    const isBack = await save(restoreChosen(before));
    if (isBack) setStep({ is: 'done', told: 'file.undone', before: null });
  }

  return (
    <SettingsGroup name="file" title={t('file.title')} lead={t('file.lead')}>
      <div class="file-actions">
        <SaveFile name={FILE_NAME} content={settingsFileOf(settings)}>
          {t('file.save')}
        </SaveFile>
        <LoadFile onLoad={look}>{t('file.load')}</LoadFile>
        <Button icon={RotateCcw} onClick={() => setStep({ is: 'asking' })}>
          {t('file.reset')}
        </Button>
      </div>
      {step?.is === 'refused' && (
        <div class="alert" role="alert">
          <p class="alert-words">{t(`file.${step.problem}`)}</p>
        </div>
      )}
      {step?.is === 'looking' && (
        <Look
          values={step.values}
          leftOut={step.leftOut}
          onApply={() => void perform('file.loaded', () => changeValues(step.values))}
          onCancel={() => setStep(null)}
        />
      )}
      {step?.is === 'asking' && (
        <Question title={t('file.resetQuestion')}>
          <p>{t('file.resetLead')}</p>
          <div class="file-actions">
            <Button
              look="danger"
              onClick={() => void perform('file.resetDone', () => restoreChosen({}))}
            >
              {t('file.resetNow')}
            </Button>
            <Button onClick={() => setStep(null)}>{t('file.cancel')}</Button>
          </div>
        </Question>
      )}
      {step?.is === 'done' && (
        <div class="note" role="status">
          <p>{t(step.told)}</p>
          {step.before !== null && (
            <Button look="quiet" onClick={() => void undo(step.before)}>
              {t('file.undo')}
            </Button>
          )}
        </div>
      )}
    </SettingsGroup>
  );
}
