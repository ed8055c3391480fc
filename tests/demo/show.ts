import type { BrowserName } from '../browsers/find';
import { startCrm } from '../crm/serve';
import { launchBrowser } from '../e2e/driver/launch';
import { seedPeople } from '../simulator/seed-people';
import { startSimulator } from '../simulator/serve';

function tellWhatToTry(daktela: string, crm: string): void {
  const [anna] = seedPeople;
  console.log(`
The Agent Widget for Daktela is installed in the browser window that has opened.

  1. Click its button in the toolbar (in Chromium behind the puzzle piece) and log in:
       Daktela address  ${daktela}
       Username         ${anna?.name}
       Password         ${anna?.password}
  2. Press "Go ready". On the desk page (${daktela}/_sim/) press "Ring agent":
     the badge counts, the popup offers Accept and Reject.
  3. Accept, hang up, choose a status, close the activity.
  4. On the CRM page (${crm}) open the popup and press
     "Turn on click-to-call on this site", then point at a number and call it.
  5. On the desk page break the connection, forget the hashes, expire the tokens,
     and watch what the popup and the badge say.

Close the window or press Ctrl+C to end.`);
}

/** Opens a browser ready to be tried by a person, with the CRM and the desk page beside it. */
export async function showDemo(name: BrowserName, colorScheme: 'light' | 'dark'): Promise<boolean> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error('There is no display to open a window on. Run: npm run demo -- --headless');
  }
  const served = await startSimulator();
  const crm = await startCrm();
  const browser = await launchBrowser(name, { headless: false, colorScheme });
  const deskPage = await browser.openPage(`${served.origin}/_sim/`);
  await browser.openPage(crm.origin);
  tellWhatToTry(served.origin, crm.origin);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    deskPage.browser().once('disconnected', () => resolve());
  });
  // Closed already when the person has closed the window.
  await browser.close().catch(() => {});
  await crm.close();
  await served.close();
  return true;
}
