import { useDesk } from './desk-ports';
import { useLoaded } from './loaded';
import { Panel } from './panel';

function Body() {
  const { site } = useDesk();
  const part = useLoaded(() => import('./click-to-call-site'));
  return (
    part &&
    site.value.granted && <part.ClickToCallSite {...site.value} granted={site.value.granted} />
  );
}

/** What click-to-call does on the page in front, and the ways to have more or less of it. */
export function ClickToCallPanel() {
  const { t } = useDesk();
  return (
    <Panel name="sites" title={t('sites.title')}>
      <Body />
    </Panel>
  );
}
