import { LockedNote } from '@/components/locked-note';
import { LeftOutList } from './left-out-list';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';

/** What the administrator has to do with the settings below; nothing where there is no administrator. */
export function PolicyNotice() {
  const { t, policy, settings, isLocked } = useSettings();
  const { given, locked, leftOut } = policy.value;
  const isSet = Object.keys({ ...given, ...locked }).length > 0;
  if (!isSet && leftOut.length === 0) return null;
  return (
    <SettingsGroup name="policy" title={t('policy.title')} lead={t('policy.lead')}>
      {settings.daktelaAddress !== null && (
        <div class="settings-row">
          <div class="settings-words">
            <h3>{t('signIn.address')}</h3>
            <p dir="ltr">{settings.daktelaAddress}</p>
          </div>
          {isLocked('daktelaAddress') && <LockedNote text={t('settings.lockedByAdmin')} />}
        </div>
      )}
      {leftOut.length > 0 && (
        <div class="warning">
          <div class="alert-words">
            <p>{t('policy.leftOut', { count: leftOut.length })}</p>
            <LeftOutList leftOut={leftOut} />
          </div>
        </div>
      )}
    </SettingsGroup>
  );
}
