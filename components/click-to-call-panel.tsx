import { useDesk } from './desk-ports';
import { fetchedPart } from './fetched-part';
import { Panel } from './panel';

const ClickToCallSite = fetchedPart(() =>
  import('./click-to-call-site').then((part) => part.ClickToCallSite),
);

/** What click-to-call does on the page in front, and the ways to have more or less of it. */
export function ClickToCallPanel() {
  const { t, site } = useDesk();
  const { address, granted } = site.value;
  return (
    <Panel name="sites" title={t('sites.title')}>
      {granted && <ClickToCallSite address={address} granted={granted} />}
    </Panel>
  );
}
