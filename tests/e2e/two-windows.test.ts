import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { clickAtOnce } from './support/click-at-once';
import { ANNA, type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';

describe.each(['chromium', 'firefox'] as const)(
  'the popup is open in two windows in %s',
  (name) => {
    let centre: ContactCentre;
    let left: View;
    let right: View;

    beforeAll(async () => {
      centre = await shareContactCentre(name);
      left = (await centre.openDesk()).view;
      right = (await centre.openDesk('window')).view;
    });
    afterAll(() => centre?.close());

    it('signs in both when the agent signs in in one', async () => {
      await centre.signIn(left);
      await right.see('heading', ANNA.title);
    });

    it('shows in both what was done in one', async () => {
      await right.click('button', 'Go ready');
      await left.see('button', 'Go unready');
      centre.daktela.world.ringAgent({ agent: ANNA.username, number: '+420601234567' });
      await left.see('button', 'Accept');
      await right.see('button', 'Accept');
    });

    it('sends one command when both ask for the same at once', async () => {
      await clickAtOnce('Accept', [left, right]);
      await left.see('button', 'Hang up');
      await right.see('button', 'Hang up');
      expect(commandsOf(centre.daktela).filter((command) => command.includes('OPEN'))).toHaveLength(
        1,
      );
      await left.click('button', 'Hang up');
      await left.click('button', 'Close');
      await right.read('No activity right now');
    });

    it('signs out both when the agent signs out in one', async () => {
      await left.click('button', 'Menu');
      await left.click('button', 'Log out');
      await right.see('button', 'Log in');
      await left.see('button', 'Log in');
    });
  },
);
