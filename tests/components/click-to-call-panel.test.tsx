// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { FrontSite } from '@/components/desk-ports';
import { decodePolicy } from '@/lib/settings/managed-policy';
import { settingsInForce } from '@/lib/settings/policy';
import type { Sites } from '@/lib/settings/sites';
import { aState } from '../support/builders';
import { renderDesk } from '../support/desk';
import { aPage } from '../support/page-numbers';

afterEach(cleanup);

const CRM = 'https://crm.example/contacts/7';
const HERE = ['https://crm.example/*'];
const EVERYWHERE = ['https://*/*', 'http://*/*'];

async function aDesk(site: FrontSite, sites: Partial<Sites> = {}, managed: unknown = {}) {
  const desk = renderDesk(aState());
  await act(async () => {
    desk.site.value = site;
    desk.policy.value = decodePolicy(managed);
    desk.settings.value = settingsInForce({ sites }, desk.policy.value);
  });
  const panel = await waitFor(() => {
    const found = desk.container.querySelector('.site');
    if (!found) throw new Error('The panel is not there yet.');
    return found;
  });
  const button = (name: string | RegExp) => desk.getByRole('button', { name });
  return { ...desk, panel, click: (name: string | RegExp) => fireEvent.click(button(name)) };
}

describe('the panel says of the page in front', () => {
  it.each<[string, FrontSite, Partial<Sites>]>([
    ['On for crm.example', { address: CRM, granted: HERE }, {}],
    ['Paused on crm.example by you', { address: CRM, granted: HERE }, { blocked: ['crm.example'] }],
    ['it is not in your list', { address: CRM, granted: EVERYWHERE }, {}],
    ['the browser does not allow it yet', { address: CRM, granted: [] }, { mode: 'all' }],
    ['Click-to-call is off everywhere', { address: CRM, granted: HERE }, { mode: 'off' }],
    [
      'Pages of Daktela call by themselves',
      { address: 'https://company.daktela.com/x', granted: EVERYWHERE },
      { mode: 'all' },
    ],
    ['the browser lets no extension read', { address: 'chrome://settings/', granted: [] }, {}],
    ['the browser lets no extension read', { address: null, granted: [] }, {}],
    ['On for all sites', { address: CRM, granted: EVERYWHERE }, { mode: 'allButBlocked' }],
  ])('%s', async (words, site, sites) => {
    expect((await aDesk(site, sites)).panel.textContent).toContain(words);
  });
});

it('lists a site and asks the browser for it in one click', async () => {
  const desk = await aDesk({ address: CRM, granted: [] });
  desk.click('Turn on click-to-call on this site');
  expect(desk.asked).toEqual(['https://crm.example']);
  expect(desk.settings.value.sites.listed).toEqual(['crm.example']);
});

it('turns on all sites, and asks the browser for them', async () => {
  const desk = await aDesk({ address: CRM, granted: [] });
  desk.click('Turn on click-to-call on all sites');
  expect(desk.asked).toEqual(['all sites']);
  expect(desk.settings.value.sites.mode).toBe('allButBlocked');
});

it.each(['listed', 'allButBlocked', 'all'] as const)(
  'pauses a site and turns it on again in the mode %s',
  async (mode) => {
    const desk = await aDesk(
      { address: CRM, granted: EVERYWHERE },
      { mode, listed: ['crm.example'] },
    );
    desk.click('Pause on this site');
    expect(desk.panel.textContent).toContain('Paused on crm.example by you');
    desk.click('Turn on again');
    expect(desk.panel.textContent).toContain('On for crm.example');
    expect(desk.settings.value.sites.blocked).toEqual([]);
  },
);

it('turns click-to-call on for the listed sites when it was off', async () => {
  const desk = await aDesk({ address: CRM, granted: HERE }, { mode: 'off' });
  desk.click('Turn on click-to-call on this site');
  expect(desk.settings.value.sites).toMatchObject({ mode: 'listed', listed: ['crm.example'] });
});

describe('the numbers of the page', () => {
  const onCrm = () => aDesk({ address: CRM, granted: HERE });

  it('are counted once each over all its frames', async () => {
    const desk = await onCrm();
    const other = { number: '+420608333444', dial: '00420608333444' };
    await act(async () => {
      const { numbers } = aPage();
      desk.pageNumbers.value = [aPage(), aPage({ frame: 'b', numbers: [...numbers, other] })];
    });
    expect(desk.getByRole('button', { name: '2 numbers on this page' })).toBeTruthy();
  });

  it('unfold into a list in which each is called by a click', async () => {
    const desk = await onCrm();
    await act(async () => {
      desk.pageNumbers.value = [aPage()];
    });
    desk.click('1 number on this page');
    desk.click('Call +420777123456');
    expect(desk.sent).toContainEqual({ type: 'dial', id: 'dial-1', text: '+420777123456' });
  });

  it('come with what only looks like one, the reason, and a way to say that it is one', async () => {
    const desk = await onCrm();
    const refused = [
      { text: '12 34 56 78', rule: 'taught' },
      { text: '87654321', rule: 'of tomorrow' },
    ];
    await act(async () => {
      desk.pageNumbers.value = [aPage({ refused, host: 'frame.example' })];
    });
    desk.click('2 look like numbers but are not');
    expect(desk.panel.textContent).toContain('You said that it is no phone number.');
    expect(desk.panel.textContent).toContain('What stands around it speaks against it.');
    const [first] = desk.getAllByRole('button', { name: 'This is a phone number' });
    if (first) fireEvent.click(first);
    expect(desk.sent).toContainEqual({
      type: 'teach',
      text: '12 34 56 78',
      as: 'phone',
      host: 'frame.example',
    });
  });

  it('of a page that is still being read, or has none, say so', async () => {
    const desk = await onCrm();
    expect(desk.panel.textContent).toContain('The page has not been read yet.');
    await act(async () => {
      desk.pageNumbers.value = [aPage({ scanning: true, numbers: [] })];
    });
    expect(desk.panel.textContent).toContain('Still reading the page…');
    await act(async () => {
      desk.pageNumbers.value = [aPage({ numbers: [] })];
    });
    expect(desk.panel.textContent).toContain('No phone number was found on this page.');
  });

  it('of a long table are shown in parts', async () => {
    const desk = await onCrm();
    const numbers = Array.from({ length: 70 }, (_, index) => {
      const dial = `+4207771234${10 + index}`;
      return { number: dial, dial };
    });
    await act(async () => {
      desk.pageNumbers.value = [aPage({ numbers })];
    });
    desk.click('70 numbers on this page');
    expect(desk.panel.querySelectorAll('.numbers-row')).toHaveLength(30);
    desk.click('Show more');
    expect(desk.panel.querySelectorAll('.numbers-row')).toHaveLength(60);
  });
});

describe('under an administrator the panel', () => {
  const LISTED = { 'sites.listed': { value: ['crm.example'], locked: true } };
  const BLOCKED = { 'sites.blocked': { value: ['crm.example'], locked: true } };
  const OFF = { 'sites.mode': { value: 'off', locked: true } };

  it.each([
    ['blocked', BLOCKED, HERE],
    ['off everywhere', OFF, HERE],
    ['not in a locked list', { 'sites.listed': { value: ['x.example'], locked: true } }, HERE],
  ])(
    'offers nothing for a site that is %s, and says whose doing it is',
    async (_, managed, granted) => {
      const desk = await aDesk({ address: CRM, granted }, {}, managed);
      expect(desk.panel.textContent).toContain('Off for crm.example, as set by your administrator');
      expect(
        desk.queryByRole('button', { name: /Turn on click-to-call on this site|again/ }),
      ).toBeNull();
    },
  );

  it('cannot pause a site while the blocked ones are locked', async () => {
    const managed = { 'sites.blocked': { value: ['bank.example'], locked: true } };
    const desk = await aDesk({ address: CRM, granted: HERE }, { listed: ['crm.example'] }, managed);
    expect(desk.panel.textContent).toContain('On for crm.example');
    expect(desk.panel.textContent).toContain('Set by your administrator');
    expect(desk.queryByRole('button', { name: 'Pause on this site' })).toBeNull();
  });

  it('still asks the browser for a site of a locked list', async () => {
    const desk = await aDesk({ address: CRM, granted: [] }, {}, LISTED);
    desk.click('Turn on click-to-call on this site');
    expect(desk.asked).toEqual(['https://crm.example']);
  });

  it('offers all sites only where the mode may become that', async () => {
    const desk = await aDesk({ address: CRM, granted: [] }, {}, OFF);
    expect(desk.queryByRole('button', { name: 'Turn on click-to-call on all sites' })).toBeNull();
  });
});
