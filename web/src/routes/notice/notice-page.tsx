import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatCount, formatInstant } from '../../text/format';
import { text } from '../../text/text';
import { notices as words } from '../../text/vi-notice';
import { Button, ButtonLink } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { SelectField } from '../../ui/field';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import { RowList, rowsAtOnce } from '../household/row-list';
import { noticesOf } from './notice-filters';
import { markRead, NoticeLink, sentenceOf } from './notice-link';
import { NoticeListDocument, type NoticeLineFragment, type NoticeListQuery } from './notice.generated';
import { noticeGroups, noticeStands, type NoticeFilters, type NoticeGroup } from './notice-search';
import css from './notice.module.css';

/** "Thông báo": everything that the post was told, the newest first, each with the button to where it is dealt with. */
export function NoticePage() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { xem, loai } = useSearch({ from: '/cong/$unitCode/thong-bao' });
  const stand = xem ?? 'chua';
  const result = useQuery(NoticeListDocument, { variables: { first: rowsAtOnce, filter: noticesOf(stand, loai) } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  const put = (part: NoticeFilters) => {
    const search = Object.fromEntries(Object.entries({ xem, loai, ...part }).filter(([, value]) => value)) as NoticeFilters;
    void navigate({ to: '/cong/$unitCode/thong-bao', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  return (
    <Page title={words.title} lead={words.lead} action={<Actions newest={data?.notices.nodes[0]?.id} />}>
      <div role="search" aria-label={text.control.filters} className={css.filters}>
        <ChoiceBar label={words.stand} value={stand} onChange={(value) => put({ xem: value })} choices={noticeStands.map((value) => ({ value, label: words.stands[value] }))} />
        <SelectField
          label={words.kind} value={loai ?? ''} onChange={(event) => put({ loai: (event.currentTarget.value || undefined) as NoticeGroup | undefined })}
          choices={[{ value: '', label: words.everyKind }, ...noticeGroups.map((value) => ({ value, label: words.groups[value] }))]}
        />
      </div>
      <Answer result={result} data={data} what={words.failedBlock} rows={5} rowHeight={72}>
        {({ notices: { nodes, totalCount, pageInfo } }) => nodes.length === 0 ? (
          <Empty action={stand === 'chua' && <Button onClick={() => put({ xem: 'tatca' })}>{words.stands.tatca}</Button>}>{words.none[stand]}</Empty>
        ) : (
          <RowList
            title={words.list} words={words} page={pageInfo} count={words.count(String(nodes.length), formatCount(totalCount))}
            more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })}
          >
            <ul className={css.rows}>{nodes.map((notice) => <NoticeRow key={notice.id} notice={notice} />)}</ul>
          </RowList>
        )}
      </Answer>
    </Page>
  );
}

function NoticeRow({ notice }: { notice: NoticeLineFragment }) {
  return (
    <li className={css.row}>
      <div>
        <span className={notice.isRead ? undefined : css.unread}>{sentenceOf(notice)}</span>
        {notice.assignment && <span>{notice.assignment.task.title}</span>}
        <span className={css.soft}>{formatInstant(notice.at)}</span>
      </div>
      <div className={css.act}>
        {!notice.isRead && <StatusTag tone="quiet" label={words.unread} />}
        <NoticeLink notice={notice} />
      </div>
    </li>
  );
}

function Actions({ newest }: { newest: string | undefined }) {
  const { viewer } = useSession();
  return (
    <>
      <ButtonLink kind="quiet" to="/cong/$unitCode/thong-bao/thu" params={{ unitCode: viewer.unit.code }}>{words.mail}</ButtonLink>
      <MarkAll newest={newest} />
    </>
  );
}

/** Up to the newest that is shown: one that comes while the button is pressed stays unread. */
function MarkAll({ newest }: { newest: string | undefined }) {
  const [busy, setBusy] = useState(false);
  if (newest === undefined) return null;
  const run = async () => {
    setBusy(true);
    const count = await markRead({ upTo: newest });
    setBusy(false);
    toast(count === null ? text.states.failed : words.markedAll(count));
  };
  return <Button busy={busy} onClick={() => void run()}>{words.markAll}</Button>;
}

const append = (before: NoticeListQuery, { fetchMoreResult: next }: { fetchMoreResult: NoticeListQuery }): NoticeListQuery =>
  ({ ...next, notices: { ...next.notices, nodes: [...before.notices.nodes, ...next.notices.nodes] } });
