import type { BrowserName } from '../../browsers/find';
import { type DemoPages, startDemoPages } from '../../pages/serve';
import { type ContactCentre, openContactCentre } from './contact-centre';

export interface DemoCentre extends ContactCentre {
  readonly demo: DemoPages;
}

/** A contact centre with an agent who is ready, and pages of ours that the browser lets nobody see yet. */
export async function openDemoCentre(
  name: BrowserName,
  ...pages: Parameters<typeof startDemoPages>
): Promise<DemoCentre> {
  const demo = await startDemoPages(...pages);
  const centre = await openContactCentre(name).catch(async (error: unknown) => {
    await demo.close();
    throw error;
  });
  const { view } = await centre.openDesk();
  await centre.signIn(view);
  await centre.goReady(view);
  return {
    ...centre,
    demo,
    async close() {
      await centre.close();
      await demo.close();
    },
  };
}
