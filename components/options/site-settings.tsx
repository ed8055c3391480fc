import { Button } from '@/components/button';
import { covers } from '@/lib/settings/site-patterns';
import { SITE_MODES, type SiteMode } from '@/lib/settings/sites';
import { ChoiceCards } from './choice-cards';
import { Lockable } from './lockable';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';
import { SiteList } from './site-list';

const EVERYWHERE = ['https://*/*', 'http://*/*'];
const wantsEverySite = (mode: SiteMode) => mode === 'all' || mode === 'allButBlocked';

/** Where numbers are marked: the mode, and the lists that it goes by. */
export function SiteSettings() {
  const { t, settings, isLocked, granted, allow, change } = useSettings();
  const { sites } = settings;
  const isEverywhere = EVERYWHERE.every((every) =>
    granted.value.some((given) => covers(given, every)),
  );
  function choose(mode: SiteMode): void {
    if (wantsEverySite(mode) && !isEverywhere) void allow(EVERYWHERE);
    change({ sites: { ...sites, mode } });
  }
  return (
    <SettingsGroup name="sites" title={t('siteSettings.title')} lead={t('siteSettings.lead')}>
      <SettingsRow title={t('siteSettings.mode')}>
        <Lockable path="sites.mode">
          <ChoiceCards
            wide
            label={t('siteSettings.mode')}
            choices={SITE_MODES.map((mode) => ({
              value: mode,
              title: t(`mode.${mode}`),
              hint: t(
                mode === 'listed' && isLocked('sites.listed')
                  ? 'mode.listedLockedHint'
                  : `mode.${mode}Hint`,
              ),
            }))}
            chosen={sites.mode}
            onChoose={choose}
          />
        </Lockable>
        {wantsEverySite(sites.mode) && !isEverywhere && (
          <div class="warning settings-warning" role="status">
            <p>{t('siteSettings.allNotAllowed')}</p>
            <Button onClick={() => void allow(EVERYWHERE)}>{t('siteSettings.allowAll')}</Button>
          </div>
        )}
      </SettingsRow>
      <SiteList list="listed" />
      <SiteList list="blocked" />
    </SettingsGroup>
  );
}
