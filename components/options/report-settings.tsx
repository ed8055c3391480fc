import { Copy, FileText } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

/** What those who help may read; shown before it is copied, so that nobody has to take it on trust. */
export function ReportSettings() {
  const { t, makeReport, copy } = useSettings();
  const [report, setReport] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'report.copied' | 'report.notCopied' | null>(null);
  const id = useId();

  async function show(): Promise<void> {
    setOutcome(null);
    setReport(await makeReport());
  }

  function copyReport(text: string): void {
    copy(text).then(
      () => setOutcome('report.copied'),
      () => setOutcome('report.notCopied'),
    );
  }

  return (
    <SettingsGroup name="report" title={t('report.title')} lead={t('report.lead')}>
      <div class="file-actions">
        <Button icon={FileText} onClick={() => void show()}>
          {t('report.show')}
        </Button>
        {report !== null && (
          <Button icon={Copy} onClick={() => copyReport(report)}>
            {t('report.copy')}
          </Button>
        )}
      </div>
      {report !== null && (
        <SettingsRow control={id} title={t('report.label')}>
          <textarea id={id} class="report" dir="ltr" readOnly rows={14} value={report} />
        </SettingsRow>
      )}
      {report !== null && (
        <p class="hint" role="status">
          {outcome !== null && t(outcome)}
        </p>
      )}
    </SettingsGroup>
  );
}
