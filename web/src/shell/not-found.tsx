import { text } from '../text/text';
import { Page } from '../ui/page';

/** An address that is nobody's, or not this unit's: the same page for both. */
export function NotFound() {
  return (
    <Page title={text.states.notFoundTitle}>
      <p>{text.states.notFound}</p>
      <p>
        <a href="/cong">{text.states.home}</a>
      </p>
    </Page>
  );
}
