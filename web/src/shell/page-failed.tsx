import { text } from '../text/text';
import { Page } from '../ui/page';
import { Failed, useOnline } from '../ui/states';

/** In place of a page whose code did not arrive or that broke: what to do, and the portal's frame stays around it. */
export function PageFailed() {
  const online = useOnline();
  return (
    <Page title={text.states.pageFailedTitle}>
      <Failed message={online ? text.states.pageFailed : text.states.pageOffline} onRetry={online ? () => location.reload() : undefined} />
    </Page>
  );
}
