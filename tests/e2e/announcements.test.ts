import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { type ContactCentre, shareContactCentre } from './support/contact-centre';

describe.each(['chromium', 'firefox'] as const)('announcements in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk);
  });
  afterAll(() => centre?.close());

  const region = () => desk.within('region', 'Announcements');

  it('are shown beside the desk when they come', async () => {
    centre.daktela.world.announce('Oběd je v kuchyni do dvou hodin.', 'Oběd');
    await region().see('heading', 'Oběd');
    await region().read('Oběd je v kuchyni do dvou hodin.');
  });

  it('are shown without their markup', async () => {
    centre.daktela.world.announce(
      '<p>Systém se <b>restartuje</b></p><img src="x" onerror="document.title=1">',
      'Údržba',
    );
    await region().read('Systém se restartuje');
    expect(await region().text()).not.toMatch(/[<>]/);
  });

  it('fold a long text', async () => {
    centre.daktela.world.announce('Velmi dlouhé oznámení. '.repeat(60), 'Dlouhé');
    await region().click('button', 'Show more');
    await region().click('button', 'Show less');
  });

  it('that are put away stay away when the worker is killed and everything is read again', async () => {
    await region().click('button', 'Dismiss Oběd');
    await region().missing('heading', 'Oběd');
    await centre.browser.killWorker();
    centre.daktela.world.forgetHashes();
    await desk.close();
    desk = (await centre.openDesk()).view;
    centre.daktela.world.announce('Nové', 'Další');
    await region().see('heading', 'Další');
    await region().missing('heading', 'Oběd');
  });

  it('are understood as bare texts of a server that sends nothing else', async () => {
    centre.daktela.world.withdrawAnnouncements();
    centre.daktela.switches.announcementsShape = 'strings';
    centre.daktela.world.announce('Jen text');
    await region().see('heading', 'Jen text');
  });

  it('leave no empty region behind when all are put away', async () => {
    centre.daktela.world.announce('A ještě jeden');
    await region().see('heading', 'A ještě jeden');
    await region().click('button', 'Dismiss all');
    await desk.missing('region', 'Announcements');
  });
});
