import { Button } from '@/components/button';
import { hostPermissionOf } from '@/lib/daktela/address';
import { checkTemplate, TEMPLATE_USES } from '@/lib/screen-pop/template';
import { POP_MOMENTS, type ScreenPopSettings as ScreenPop } from '@/lib/settings/screen-pop';
import { covers } from '@/lib/settings/site-patterns';
import { momentKey } from './alert-words';
import { ChoiceCards } from './choice-cards';
import { Lockable } from './lockable';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';
import { TemplateField } from './template-field';
import { ToggleRow } from './toggle-row';

function Moment({ direction }: { direction: 'in' | 'out' }) {
  const { t, settings, change } = useSettings();
  const { screenPop } = settings;
  return (
    <SettingsRow title={t(`pop.${direction}`)} hint={t(`pop.${direction}Hint`)}>
      <Lockable path={`screenPop.${direction}`}>
        <ChoiceCards
          label={t(`pop.${direction}`)}
          choices={POP_MOMENTS.map((value) => ({ value, title: t(momentKey(direction, value)) }))}
          chosen={screenPop[direction]}
          onChoose={(moment) => change({ screenPop: { ...screenPop, [direction]: moment } })}
        />
      </Lockable>
    </SettingsRow>
  );
}

/** The sites that would be opened. */
function originsOf(screenPop: ScreenPop): string[] {
  const origins = TEMPLATE_USES.flatMap((use) => {
    const check = checkTemplate(screenPop[use], use);
    return check.ok ? [check.template.origin] : [];
  });
  return [...new Set(origins)];
}

/** Tabs of a site are found only where the browser lets us see their addresses. */
function ReuseTab({ origins }: { origins: readonly string[] }) {
  const { t, settings, change, granted, allow } = useSettings();
  const { screenPop } = settings;
  const hidden = origins.filter(
    (origin) => !granted.value.some((given) => covers(given, hostPermissionOf(origin))),
  );
  return (
    <div class="settings-part">
      <ToggleRow
        path="screenPop.reuseTab"
        title={t('pop.reuse')}
        hint={t('pop.reuseHint')}
        on={screenPop.reuseTab}
        onChange={(reuseTab) => change({ screenPop: { ...screenPop, reuseTab } })}
      />
      {screenPop.reuseTab &&
        hidden.map((origin) => (
          <div key={origin} class="warning settings-warning" role="status">
            <p>{t('pop.reuseNotAllowed', { site: origin })}</p>
            <Button onClick={() => void allow([hostPermissionOf(origin)])}>
              {t('siteSettings.allow', { site: new URL(origin).host })}
            </Button>
          </div>
        ))}
    </div>
  );
}

/** When a caller is shown in the CRM, and where. */
export function ScreenPopSettings() {
  const { t, settings } = useSettings();
  const { screenPop } = settings;
  const origins = originsOf(screenPop);
  const isWanted = screenPop.in !== 'off' || screenPop.out !== 'off';
  return (
    <SettingsGroup name="screen-pop" title={t('pop.title')} lead={t('pop.lead')}>
      <Moment direction="in" />
      <Moment direction="out" />
      {isWanted && origins.length === 0 && (
        <p class="warning" role="status">
          {t('pop.nowhere')}
        </p>
      )}
      {TEMPLATE_USES.map((use) => (
        <Lockable key={use} path={`screenPop.${use}`}>
          <TemplateField use={use} />
        </Lockable>
      ))}
      <ReuseTab origins={origins} />
    </SettingsGroup>
  );
}
