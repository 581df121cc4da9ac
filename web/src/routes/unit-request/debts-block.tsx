import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { debts as words } from '../../text/vi-unit-request';
import { Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import { RequestDebtsDocument } from './unit-request.generated';
import css from './unit-request.module.css';

/** "Ai đang nợ câu trả lời": every unit that owes one, the most overdue first, the secretariat among them. */
export function DebtsBlock() {
  const { viewer } = useSession();
  const result = useQuery(RequestDebtsDocument, { fetchPolicy: 'cache-and-network' });
  const rows = result.data?.requestDebts;
  const days = (count: number) => words.days(formatNumber(count));
  return (
    <Section title={words.title} count={rows?.length} bare>
      <Answer result={result} data={rows} what={words.what} rows={3} rowHeight={40}>
        {(found) => found.length === 0 ? <p>{words.none}</p> : (
          <table className={css.table}>
            <thead><tr><th scope="col">{words.unit}</th><th scope="col">{words.open}</th><th scope="col">{words.overdue}</th><th scope="col">{words.oldest}</th><th scope="col">{words.mostOver}</th></tr></thead>
            <tbody>
              {found.map(({ unitId, unitName, isSecretariat, open, overdue, oldestDays, mostDaysOver }) => (
                <tr key={unitId}>
                  <th scope="row">
                    <Link to="/cong/$unitCode/kien-nghi" params={{ unitCode: viewer.unit.code }} search={{ xem: 'tatca', tt: 'cho', dv: unitId }}>{unitName}</Link>
                    {isSecretariat && unitName !== words.secretariat && <span className={css.mark}>{words.secretariat}</span>}
                  </th>
                  <td data-label={words.open}>{formatNumber(open)}</td>
                  <td data-label={words.overdue}>{formatNumber(overdue)}</td>
                  <td data-label={words.oldest}>{days(oldestDays)}</td>
                  <td data-label={words.mostOver}>{mostDaysOver > 0 ? <StatusTag tone="late" label={days(mostDaysOver)} /> : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
    </Section>
  );
}
