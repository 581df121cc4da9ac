import { Link } from '@tanstack/react-router';
import { useSession } from '../../session';
import { formatCount, type Counted } from '../../text/format';
import { text } from '../../text/text';
import { Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import css from './work.module.css';

/** How many requests to open a part of a household wait for the commune's head; nothing where none waits. */
export function Asked({ count }: { count: Counted }) {
  const { viewer } = useSession();
  if (count.value === 0) return null;
  return (
    <Section title={text.work.requestsTitle} count={count.value} bare>
      <ul className={css.rows}>
        <li className={css.chased}>
          <div className={css.what}>
            <Link to="/cong/$unitCode/de-nghi-mo-xem" params={{ unitCode: viewer.unit.code }} search={{ tt: 'cho' }} className={css.title} data-row>
              {text.work.requests(formatCount(count))}
            </Link>
          </div>
          <p className={css.tags}><StatusTag tone="risk" label={text.work.requestsWait} /></p>
        </li>
      </ul>
    </Section>
  );
}
