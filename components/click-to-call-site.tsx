import { Check, CirclePause, Info, LockKeyhole } from 'lucide';
import { type SiteState, siteStateOf } from '@/lib/session/click-to-call-matches';
import { isLocked, mayChange } from '@/lib/settings/policy';
import { covers, isOnSite, patternTextOf, readSitePattern } from '@/lib/settings/site-patterns';
import { paused, type Sites, turnedOn } from '@/lib/settings/sites';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { Icon } from './icon';
import { LockedNote } from './locked-note';
import { NumbersOfPage } from './numbers-of-page';

const ICONS = { on: Check, blocked: CirclePause, locked: LockKeyhole, other: Info } as const;

function StateLine({ state, text }: { state: keyof typeof ICONS; text: string }) {
  return (
    <p class={`site-state site-state-${state}`}>
      <Icon node={ICONS[state]} size={16} />
      <span>{text}</span>
    </p>
  );
}

const OFF = ['blocked', 'notListed', 'notAllowed', 'off'] as const;

function isOff(state: SiteState): state is (typeof OFF)[number] {
  return OFF.some((each) => each === state);
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
  const { t, place, state, settings, policy, changeSettings, requestHost, requestAllSites } = desk;
  const { sites } = settings.value;
  const signIn = state.value?.signIn;
  const daktelaOrigin = signIn?.phase === 'signedIn' ? signIn.origin : null;
  const isKnown = address !== null || place === 'popup';
  const here: SiteState = siteStateOf(address ?? '', {
    sites,
    granted,
    daktelaOrigin,
    isListLocked: isLocked(policy.value, 'sites.listed'),
  });
  const everywhere =
    isEverywhere(granted) && (sites.mode === 'all' || sites.mode === 'allButBlocked');
  const page = address !== null && URL.canParse(address) ? new URL(address) : null;

  const mayBecome = (wanted: Sites) => mayChange(policy.value, settings.value, { sites: wanted });

  function sitesWith(url: URL): Sites {
    const isHere = (entry: string) => {
      const reading = readSitePattern(entry);
      return reading.ok && isOnSite(url, reading.pattern);
    };
    return turnedOn(sites, patternTextOf(url), isHere);
  }

  function turnOn(url: URL): void {
    // The prompt closes the popup in some browsers, so what is wanted is written first.
    changeSettings({ sites: sitesWith(url) });
    void requestHost(url.origin);
  }

  const sitesEverywhere: Sites = {
    ...sites,
    mode: sites.mode === 'all' ? 'all' : 'allButBlocked',
  };
  function turnOnEverywhere(): void {
    changeSettings({ sites: sitesEverywhere });
    void requestAllSites();
  }

  return (
    <div class="site">
      {here === 'on' && page && (
        <>
          <div class="site-line">
            <StateLine state="on" text={t('sites.onHere', { host: page.host })} />
            {mayBecome(paused(sites, patternTextOf(page))) ? (
              <Button
                look="quiet"
                onClick={() => changeSettings({ sites: paused(sites, patternTextOf(page)) })}
              >
                {t('sites.pause')}
              </Button>
            ) : (
              <LockedNote text={t('settings.lockedByAdmin')} />
            )}
          </div>
          <NumbersOfPage pageHost={page.host} />
        </>
      )}
      {isOff(here) && page && !mayBecome(sitesWith(page)) && (
        <StateLine state="locked" text={t('sites.lockedOff', { host: page.host })} />
      )}
      {isOff(here) && page && mayBecome(sitesWith(page)) && (
        <>
          <StateLine
            state={here === 'blocked' ? 'blocked' : 'other'}
            text={t(`sites.${here}`, { host: page.host })}
          />
          <Button onClick={() => turnOn(page)}>
            {t(here === 'blocked' ? 'sites.turnOnAgain' : 'sites.thisSite')}
          </Button>
        </>
      )}
      {(here === 'daktela' || here === 'unreadable') && isKnown && (
        <StateLine state="other" text={t(`sites.${here}`)} />
      )}
      {!isKnown && <p class="hint">{t('sites.unknownSite')}</p>}
      {everywhere ? (
        <StateLine state="on" text={t('sites.onEverywhere')} />
      ) : (
        mayBecome(sitesEverywhere) && (
          <Button look="quiet" onClick={turnOnEverywhere}>
            {t('sites.allSites')}
          </Button>
        )
      )}
    </div>
  );
}
