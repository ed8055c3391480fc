import { AppWindow, EllipsisVertical, LogOut, PanelRight, Settings } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { presenceTitle } from '@/lib/agent/badge';
import { linkOf, presenceOf } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { Button } from './button';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { Disclosure } from './disclosure';
import { clockText } from './duration';
import { Icon } from './icon';
import { PlaceChoice } from './place-choice';

function initialsOf(title: string): string {
  const words = title.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '', last = ''] = [words.at(0), words.length > 1 ? words.at(-1) : ''];
  return `${first.slice(0, 1)}${last.slice(0, 1)}`.toUpperCase();
}

/** The other places to have the desk in; the side panel is offered only beside pages. */
function OtherPlaces({ close }: { close: () => void }) {
  const { t, place, places, showIn } = useDesk();
  const show = (other: 'panel' | 'window') => {
    showIn(other);
    close();
  };
  return (
    <>
      {place === 'popup' && places.includes('panel') && (
        <Button look="quiet" icon={PanelRight} onClick={() => show('panel')}>
          {t('place.keepOpen')}
        </Button>
      )}
      {place !== 'window' && (
        <Button look="quiet" icon={AppWindow} onClick={() => show('window')}>
          {t('place.openWindow')}
        </Button>
      )}
    </>
  );
}

function Menu() {
  const { t, openSettings } = useDesk();
  return (
    <Disclosure
      className="menu"
      button={(open, toggle) => (
        <button
          type="button"
          class="icon-button"
          aria-label={t('head.menu')}
          aria-expanded={open}
          onClick={toggle}
        >
          <Icon node={EllipsisVertical} />
        </button>
      )}
    >
      {(close) => (
        <div class="menu-items">
          <OtherPlaces close={close} />
          <PlaceChoice />
          <Button look="quiet" icon={Settings} onClick={openSettings}>
            {t('head.settings')}
          </Button>
          <CommandButton look="quiet" icon={LogOut} request={{ type: 'session.signOut' }}>
            {t('head.logOut')}
          </CommandButton>
        </div>
      )}
    </Disclosure>
  );
}

/** How long the agent has been in this state. */
function Since({ state }: { state: AgentState }) {
  const { nowMs } = useDesk();
  const sinceMs = state.extension?.pausedSinceMs ?? state.extension?.stateSinceMs ?? null;
  const presence = presenceOf(state, nowMs.value);
  // A call has its own clock on its card.
  if (sinceMs === null || presence === 'unknown' || presence === 'onCall') return null;
  return <p class="since">{clockText(nowMs.value - sinceMs)}</p>;
}

/** Tells the styles how tall the head is: below it stands what is to stay in view. */
function useHeadHeight() {
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = head.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--head-height', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return head;
}

/** Who is signed in, in which state, and whether that is known for certain. */
export function Head({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const now = nowMs.value;
  const title = state.whoim?.title ?? state.extension?.user?.title ?? t('product.name');
  const link = linkOf(state, now);
  const head = useHeadHeight();
  return (
    <header class="head" ref={head}>
      <span class={`avatar presence-${presenceOf(state, now)}`} aria-hidden="true">
        {initialsOf(title)}
      </span>
      <div class="head-words">
        <h1>{title}</h1>
        <div class="head-line">
          <p class="head-status">{presenceTitle(state, now, t)}</p>
          <Since state={state} />
        </div>
      </div>
      <p
        class={`link link-${link}`}
        title={
          state.pulledAtMs === null
            ? undefined
            : t('link.lastHeard', { age: clockText(now - state.pulledAtMs) })
        }
      >
        {t(`link.${link}`)}
      </p>
      <Menu />
    </header>
  );
}
