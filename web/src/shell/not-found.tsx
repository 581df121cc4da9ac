import { text } from '../text/text';
import { Button } from '../ui/button';
import { Page } from '../ui/page';

/** An address that is nobody's, or not this unit's: the same page for both. */
export function NotFound() {
  return (
    <Page title={text.states.notFoundTitle}>
      <p>{text.states.notFound}</p>
      <div>
        <Button kind="primary" onClick={() => location.assign('/cong/')}>
          {text.states.home}
        </Button>
      </div>
    </Page>
  );
}
