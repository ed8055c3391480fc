import { Check } from 'lucide';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { Icon } from './icon';
import { Panel } from './panel';

function On({ text }: { text: string }) {
  return (
    <p class="on">
      <Icon node={Check} size={16} />
      {text}
    </p>
  );
}

/** Where numbers on pages are marked, and the two ways to have more of it. */
export function ClickToCallPanel() {
  const { t, place, site, requestHost, requestAllSites } = useDesk();
  const { origin, here, everywhere } = site.value;
  return (
    <Panel name="sites" title={t('sites.title')}>
      {everywhere ? (
        <On text={t('sites.onEverywhere')} />
      ) : (
        <>
          <p class="hint">{t('sites.lead')}</p>
          {origin !== null && here && (
            <On text={t('sites.onHere', { host: new URL(origin).host })} />
          )}
          {origin !== null && !here && (
            <Button onClick={() => void requestHost(origin)}>{t('sites.thisSite')}</Button>
          )}
          {origin === null && place !== 'popup' && <p class="hint">{t('sites.unknownSite')}</p>}
          <Button look="quiet" onClick={() => void requestAllSites()}>
            {t('sites.allSites')}
          </Button>
        </>
      )}
    </Panel>
  );
}
