import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureVirtualDisplay, type VirtualDisplay } from '../browsers/virtual-display';
import { startCrm } from '../crm/serve';
import { viewOf } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

/** Nothing is granted ahead of time here: the browser asks, and is answered as by a person. */
describe.each(['chromium', 'firefox'] as const)(
  'prompts and menus of the browser itself in %s',
  (name) => {
    let display: VirtualDisplay | null = null;
    let centre: ContactCentre;
    let front: Page;
    const closing: (() => Promise<void>)[] = [];

    beforeEach(async () => {
      // Chromium's question is a window of its own; Firefox's is part of the browser's.
      display = name === 'chromium' ? await ensureVirtualDisplay() : null;
      const crm = await startCrm();
      centre = await openContactCentre(name, {
        preapproved: false,
        ...(display ? { headless: false, display: display.display } : {}),
      });
      front = await centre.browser.openPage(crm.origin);
      closing.push(
        () => centre.close(),
        () => crm.close(),
      );
    });
    afterEach(async () => {
      for (const close of closing.splice(0)) await close();
      display?.close();
    });

    async function fillInAndSubmit() {
      const popup = await centre.browser.openToolbarPopup(front);
      await popup.fill('textbox', 'Daktela address', centre.address);
      await popup.fill('textbox', 'Username', ANNA.username);
      await popup.fill('password', 'Password', ANNA.password);
      await popup.click('button', 'Log in');
      return popup;
    }

    it('signs in when the agent allows it, even if the prompt has closed the popup', async () => {
      await fillInAndSubmit();
      await centre.browser.answerPermissionPrompt('allow');
      await eventually(async () => expect((await centre.browser.badge()).text).toBe('off'));
      const { view } = await centre.openDesk();
      await view.see('heading', ANNA.title);
    });

    it('keeps what was typed when the agent says no', async () => {
      await fillInAndSubmit();
      await centre.browser.answerPermissionPrompt('deny');
      const { page } = await centre.openDesk();
      const view = viewOf(page, { timeoutMs: 1_000 });
      await eventually(async () => {
        // The desk may be opened before the browser has told of the answer, and be told while we look.
        if ((await view.text()).includes('Allow access to')) await view.click('button', 'Cancel');
        expect(await view.text()).toContain('Daktela address');
      });
      expect(await view.value('textbox', 'Daktela address')).toBe(centre.address);
      expect(await view.value('textbox', 'Username')).toBe(ANNA.username);
      expect(centre.daktela.requests).toEqual([]);
    });

    it('calls selected text from the context menu, and says why when that fails', async () => {
      await fillInAndSubmit();
      await centre.browser.answerPermissionPrompt('allow');
      const { view } = await centre.openDesk();
      await centre.goReady(view);

      const page = await centre.browser.openPage(`${front.url()}contacts/1`);
      await centre.browser.clickContextMenuOnSelection(page, 'dd.number', /^Call/);
      await view.read('Calling');
      expect(commandsOf(centre.daktela)).toContain(
        'POST activities {"type":"CALL","number":"+420777123456"}',
      );

      await centre.browser.clickContextMenuOnSelection(page, 'h1', /^Call/);
      await view.read('There is no phone number to dial in this text.');
      await eventually(async () => expect((await centre.browser.badge()).text).toBe('!'));
    });
  },
);
