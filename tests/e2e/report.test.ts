import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewOf } from './driver/view';
import { ANNA, type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

const CALLER = '+420601234567';

describe.each(['chromium', 'firefox'] as const)('a report for support in %s', (name) => {
  let centre: ContactCentre;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
  });
  afterAll(() => centre?.close());

  it('tells what the loop and the agent have done, and nothing of whom', async () => {
    const { view: desk } = await centre.openDesk();
    await centre.signIn(desk);
    await centre.goReady(desk);
    const call = centre.daktela.world.ringAgent({
      agent: ANNA.username,
      number: CALLER,
      queue: '3001',
    });
    await desk.click('button', 'Accept');
    await desk.see('button', 'Hang up');

    const page = await centre.browser.openExtensionPage('options.html');
    const view = viewOf(page);
    await view.click('button', 'Show the report');
    // Events are written some seconds after they happen.
    const text = await eventually(async () => {
      await view.click('button', 'Show the report');
      const shown = await view.value('textbox', 'Report');
      expect(shown).toContain('command=accept');
      return shown;
    });
    const report = JSON.parse(text);
    expect(report).toMatchObject({
      extension: expect.stringMatching(/^\d/),
      browser: [expect.stringMatching(name === 'firefox' ? /^Firefox \d/ : /^Chrome \d/)],
      platform: ['linux', expect.any(String)],
      state: { phase: 'signedIn', agent: 'Idle', activities: { 'CALL OPEN': 1 } },
      session: { snapshot: expect.any(Number), credentials: expect.any(Number) },
    });
    for (const kind of ['workerStarted', 'signIn failure=null', 'pollSent', 'pollAnswered']) {
      expect(text).toContain(kind);
    }
    for (const secret of [
      ...[ANNA.username, ANNA.password, ANNA.title, CALLER.slice(1), call],
      ...[new URL(centre.address).host, '127.0.0.1', 'Support', 'Podpora', '3001', '"305"'],
    ]) {
      expect(text).not.toContain(secret);
    }
    await view.click('button', 'Copy');
    await view.read('Copied.');
  });
});
