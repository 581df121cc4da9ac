import { client } from '../../graphql/client';
import { command } from '../../graphql/mutation';
import { useSession } from '../../session';
import { notices as words } from '../../text/vi-notice';
import { ButtonLink } from '../../ui/button';
import { addressOf } from './notice-address';
import { MarkNoticesReadDocument, type NoticeLineFragment } from './notice.generated';

/** Marks as read and lets whatever shows notices read them anew. Who goes on meanwhile is not held up. */
export async function markRead(input: { ids: string[] } | { upTo: string }): Promise<number | null> {
  const outcome = await command(MarkNoticesReadDocument, { input });
  refreshNotices();
  return outcome.kind === 'done' ? outcome.payload.count : null;
}

/** Every list and count of notices on the page reads anew. */
export const refreshNotices = (): void => void client.refetchQueries({ updateCache: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'notices' }) });

/** The sentence of a notice. */
export const sentenceOf = ({ kind, fromUnit, assignment }: NoticeLineFragment): string =>
  words.sayOf(kind, { from: fromUnit?.shortName ?? null, code: assignment?.task.code ?? null, title: assignment?.task.title ?? null });

/** The one button of a notice: to where its work is done; then it is read. */
export function NoticeLink({ notice, onFollow }: { notice: NoticeLineFragment; onFollow?: () => void }) {
  const { viewer } = useSession();
  const address = addressOf(notice, viewer.unit.id), unitCode = viewer.unit.code;
  const follow = () => {
    if (!notice.isRead) void markRead({ ids: [notice.id] });
    onFollow?.();
  };
  const common = { small: true, onClick: follow, 'aria-label': `${words.action(notice.kind)}: ${sentenceOf(notice)}`, children: words.action(notice.kind) };
  if (address.to === '/cong/$unitCode/nhiem-vu/$taskId') return <ButtonLink {...common} to={address.to} params={{ unitCode, taskId: address.taskId }} search={address.search} />;
  const { to } = address;
  if (to === '/cong/$unitCode/nhiem-vu/$taskId/don-vi/$assignmentId') return <ButtonLink {...common} to={to} params={{ unitCode, taskId: address.taskId, assignmentId: address.assignmentId }} />;
  if (to === '/cong/$unitCode/kien-nghi/$requestId') return <ButtonLink {...common} to={to} params={{ unitCode, requestId: address.requestId }} />;
  if (to === '/cong/$unitCode/chi-tieu/$targetId') return <ButtonLink {...common} to={to} params={{ unitCode, targetId: address.targetId }} />;
  if (to === '/cong/$unitCode/ban-giao/$handoverId') return <ButtonLink {...common} to={to} params={{ unitCode, handoverId: address.handoverId }} />;
  return <ButtonLink {...common} to={to} params={{ unitCode }} />;
}
