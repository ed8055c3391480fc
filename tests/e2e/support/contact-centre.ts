import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browsers/find';
import { type startSimulator as StartSimulator, startSimulator } from '../../simulator/serve';
import { launchBrowser } from '../driver/launch';
import type { LaunchOptions, TestBrowser } from '../driver/test-browser';
import { type View, viewOf } from '../driver/view';
import { borrowBrowser } from './shared-browsers';

type Served = Awaited<ReturnType<typeof StartSimulator>>;

interface Person {
  readonly username: string;
  readonly password: string;
  readonly title: string;
}

export const ANNA: Person = {
  username: 'anna.novakova',
  password: 'anna-heslo',
  title: 'Anna Nováková',
};
/** Has no device of his own and must choose one. */
export const PETR: Person = {
  username: 'petr.svoboda',
  password: 'petr-heslo',
  title: 'Petr Svoboda',
};

/** Everything one test file needs: a Daktela, a browser with the extension, and an agent's moves. */
export interface ContactCentre {
  readonly browser: TestBrowser;
  readonly daktela: Served['simulator'];
  /** Address of the simulated Daktela. */
  readonly address: string;
  /** The popup's page in a tab or window of its own. */
  openDesk(where?: 'tab' | 'window'): Promise<{ page: Page; view: View }>;
  signIn(view: View, options?: { stay?: boolean; person?: Person }): Promise<void>;
  goReady(view: View): Promise<void>;
  logOut(view: View): Promise<void>;
  /** Daktela is as at first, and has been asked for nothing. */
  startAnew(): void;
  close(): Promise<void>;
}

interface CentreOptions extends LaunchOptions {
  /** Whether the browser says yes to the Daktela host without asking. */
  readonly preapproved?: boolean;
}

/** With a browser of its own. */
export const openContactCentre = (
  name: BrowserName,
  { preapproved = true, ...options }: CentreOptions = {},
): Promise<ContactCentre> => centreWith(() => launchBrowser(name, options), preapproved);

/**
 * With a browser that other test files use before and after, each as if the extension were new in it.
 * Only Chromium never forgets quite what was once granted: who tests how it asks takes one of their own.
 */
export const shareContactCentre = (name: BrowserName): Promise<ContactCentre> =>
  centreWith(() => borrowBrowser(name), true);

async function centreWith(
  open: () => Promise<TestBrowser>,
  preapproved: boolean,
): Promise<ContactCentre> {
  const served = await startSimulator();
  const browser = await open().catch(async (error: unknown) => {
    await served.close();
    throw error;
  });
  if (preapproved) await browser.allowOrigins(['http://127.0.0.1/*']);
  return {
    browser,
    daktela: served.simulator,
    address: served.origin,
    async openDesk(where = 'tab') {
      const page = await browser.openExtensionPage('popup.html', where);
      return { page, view: viewOf(page) };
    },
    async signIn(view, { stay = false, person = ANNA } = {}) {
      await view.fill('textbox', 'Daktela address', served.origin);
      await view.fill('textbox', 'Username', person.username);
      await view.fill('password', 'Password', person.password);
      if (stay) await view.click('checkbox', 'Stay signed in');
      await view.click('button', 'Log in');
      await view.see('heading', person.title);
    },
    async goReady(view) {
      await view.click('button', 'Go ready');
      await view.see('button', 'Go unready');
    },
    async logOut(view) {
      await view.click('button', 'Menu');
      await view.click('button', 'Log out');
      await view.see('button', 'Log in');
    },
    startAnew() {
      served.simulator.world.reset();
      served.simulator.requests.length = 0;
    },
    async close() {
      try {
        await browser.close();
      } finally {
        await served.close();
      }
    },
  };
}

/** The commands an agent has sent, without the reading requests in between. */
export function commandsOf(daktela: Served['simulator']): string[] {
  return daktela.requests
    .filter(({ method, path }) => method !== 'GET' && !path.includes('login'))
    .map(
      ({ method, path, body }) => `${method} ${path.split('/api/v6/')[1]} ${JSON.stringify(body)}`,
    );
}
