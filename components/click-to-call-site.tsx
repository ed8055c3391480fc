import { Check, CirclePause, Info } from 'lucide';
import { type SiteState, siteStateOf } from '@/lib/session/click-to-call-matches';
import { covers, isOnSite, patternTextOf, readSitePattern } from '@/lib/settings/site-patterns';
import { paused, turnedOn } from '@/lib/settings/sites';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { Icon } from './icon';
import { NumbersOfPage } from './numbers-of-page';

const ICONS = { on: Check, blocked: CirclePause, other: Info } as const;

function StateLine({ state, text }: { state: 'on' | 'blocked' | 'other'; text: string }) {
  return (
    <p class={`site-state site-state-${state}`}>
      <Icon node={ICONS[state]} size={16} />
      <span>{text}</span>
    </p>
  );
}

interface ClickToCallSiteProps {
  address: string | null;
  granted: readonly string[];
}

const isEverywhere = (granted: readonly string[]) =>
  ['https://*/*', 'http://*/*'].every((every) => granted.some((given) => covers(given, every)));

/** Whether click-to-call is on for the page in front, why not, and what can be done about it. */
export function ClickToCallSite({ address, granted }: ClickToCallSiteProps) {
  const desk = useDesk();
  const { t, place, state, settings, changeSettings, requestHost, requestAllSites } = desk;
  const { sites } = settings.value;
  const signIn = state.value?.signIn;
  const daktelaOrigin = signIn?.phase === 'signedIn' ? signIn.origin : null;
  const isKnown = address !== null || place === 'popup';
  const here: SiteState = siteStateOf(address ?? '', { sites, granted, daktelaOrigin });
  const everywhere =
    isEverywhere(granted) && (sites.mode === 'all' || sites.mode === 'allButBlocked');
  const page = address !== null && URL.canParse(address) ? new URL(address) : null;

  function turnOn(url: URL): void {
    const isHere = (entry: string) => {
      const reading = readSitePattern(entry);
      return reading.ok && isOnSite(url, reading.pattern);
    };
    // The prompt closes the popup in some browsers, so what is wanted is written first.
    changeSettings({ sites: turnedOn(sites, patternTextOf(url), isHere) });
    void requestHost(url.origin);
  }

  function turnOnEverywhere(): void {
    changeSettings({ sites: { ...sites, mode: 'allButBlocked' } });
    void requestAllSites();
  }

  return (
    <div class="site">
      {here === 'on' && page && (
        <>
          <div class="site-line">
            <StateLine state="on" text={t('sites.onHere', { host: page.hostname })} />
            <Button
              look="quiet"
              onClick={() => changeSettings({ sites: paused(sites, patternTextOf(page)) })}
            >
              {t('sites.pause')}
            </Button>
          </div>
          <NumbersOfPage pageHost={page.host} />
        </>
      )}
      {here === 'blocked' && page && (
        <>
          <StateLine state="blocked" text={t('sites.blocked', { host: page.hostname })} />
          <Button onClick={() => turnOn(page)}>{t('sites.turnOnAgain')}</Button>
        </>
      )}
      {(here === 'notListed' || here === 'notAllowed' || here === 'off') && page && (
        <>
          <StateLine state="other" text={t(`sites.${here}`, { host: page.hostname })} />
          <Button onClick={() => turnOn(page)}>{t('sites.thisSite')}</Button>
        </>
      )}
      {(here === 'daktela' || here === 'unreadable') && isKnown && (
        <StateLine state="other" text={t(`sites.${here}`)} />
      )}
      {!isKnown && <p class="hint">{t('sites.unknownSite')}</p>}
      {everywhere ? (
        <StateLine state="on" text={t('sites.onEverywhere')} />
      ) : (
        <Button look="quiet" onClick={turnOnEverywhere}>
          {t('sites.allSites')}
        </Button>
      )}
    </div>
  );
}
