import { afterAll, beforeAll, describe, it } from 'vitest';
import { startCrm } from '../crm/serve';
import { AGENT_DAY, type Scene } from './support/agent-day';
import { openContactCentre } from './support/contact-centre';

describe.each(['chromium', 'firefox'] as const)('a whole agent day in %s', (name) => {
  let scene: Scene;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const crm = await startCrm();
    closing.push(() => crm.close());
    const centre = await openContactCentre(name);
    closing.unshift(() => centre.close());
    await centre.browser.allowOrigins(['http://crm.localhost/*']);
    const page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
    const { view } = await centre.openDesk();
    scene = { centre, desk: view, crm: page, picture: async () => {} };
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  // One story: each step begins where the one before has ended.
  for (const step of AGENT_DAY) it(step.title, () => step.play(scene));
});
