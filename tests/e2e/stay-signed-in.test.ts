import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA, type ContactCentre, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

describe.each(['chromium', 'firefox'] as const)('the browser is restarted in %s', (name) => {
  let centre: ContactCentre;

  beforeEach(async () => {
    centre = await openContactCentre(name);
  });
  afterEach(() => centre?.close());

  it('brings the agent back to the desk who chose to stay signed in', async () => {
    const { view } = await centre.openDesk();
    await centre.signIn(view, { stay: true });
    await centre.goReady(view);
    await centre.browser.restart();

    centre.daktela.world.ringAgent({ agent: ANNA.username, number: '+420601234567' });
    await eventually(async () => expect((await centre.browser.badge()).text).toBe('1'), 31_000);
    const again = (await centre.openDesk()).view;
    await again.see('heading', ANNA.title);
    await again.see('button', 'Accept');
  });

  it('forgets the agent who did not', async () => {
    const { view } = await centre.openDesk();
    await centre.signIn(view);
    await centre.browser.restart();
    const again = (await centre.openDesk()).view;
    await again.see('button', 'Log in');
    await eventually(async () =>
      expect((await centre.browser.badge()).title).toContain('signed out'),
    );
  });

  it('stays signed out when the agent logged out before', async () => {
    const { view } = await centre.openDesk();
    await centre.signIn(view, { stay: true });
    await centre.logOut(view);
    await centre.browser.restart();
    await (await centre.openDesk()).view.see('button', 'Log in');
  });
});
