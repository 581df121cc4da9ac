import { writtenDay } from '../graphql/check.js';
import type { Context } from '../graphql/context.js';
import type { Viewer } from '../identity/viewer.js';
import type { CellInput } from '../workbook/write.js';
import { conditionWords, idsIn, type Named } from './export.filter.js';
import type { ExportKind } from './export-job.entity.js';
import { exportLists } from './export.columns.js';
import type { ExportMapping } from './export.mapping.js';
import type { PageWish, Plan } from './export.plan.js';
import { purposeWords } from './export.words.js';

interface Of { readonly context: Context; readonly viewer: Viewer; readonly kind: ExportKind; readonly wish: PageWish; readonly mapping: ExportMapping | null }

const mostNamed = 100;

/** Names of the units and villages of a filter, as far as the viewer reads them. */
async function namesIn({ context, viewer, kind, wish }: Of): Promise<Named> {
  const { units, villages } = idsIn(wish.filter ?? {}, kind), names = new Map<string, string>();
  const ask = async (text: string, variables: Record<string, unknown>): Promise<Record<string, unknown> | null> => {
    const document = context.inner.read(text);
    return document && ((await context.inner.answer({ context, viewer, document, variables, purpose: null })).data as Record<string, unknown> | null);
  };
  if (units.size > 0) {
    const data = await ask('query Names($ids: [ID!]) { units(filter: { id: { in: $ids } }, first: 100) { nodes { id shortName } } }', { ids: [...units].slice(0, mostNamed) });
    for (const { id, shortName } of (data?.units as { nodes: { id: number; shortName: string }[] } | undefined)?.nodes ?? []) for (const field of ['commune', 'helper', 'provider']) names.set(`${field} ${id}`, shortName);
  }
  for (const id of [...villages].slice(0, 20)) {
    const data = await ask('query Names($id: ID!) { households(filter: { village: { eq: $id } }, first: 1) { nodes { village { name } } } }', { id });
    const name = (data?.households as { nodes: { village: { name: string } | null }[] } | undefined)?.nodes[0]?.village?.name;
    if (name) for (const field of ['village', 'householdVillage']) names.set(`${field} ${id}`, name);
  }
  return names;
}

const moment = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
const number = new Intl.NumberFormat('vi-VN');

/** Where the rows of the first sheet come from: who took them out, when, of whom, by which filter, what for. Made once they are all written. */
export async function* sourceRows(of: Of, plan: Plan, tally: { readonly done: number; readonly made: number }): AsyncGenerator<readonly CellInput[]> {
  const { context, viewer, kind, wish, mapping } = of;
  const document = context.inner.read('{ viewer { unit { name } } }')!;
  const { data } = await context.inner.answer({ context, viewer, document, variables: {}, purpose: null });
  const unit = (data as { viewer: { unit: { name: string } } } | null)?.viewer.unit.name ?? viewer.unitCode;
  const filter = wish.filter && Object.keys(wish.filter).length > 0 ? conditionWords(wish.filter, await namesIn(of)) : '';
  const empty = mapping?.columns.filter(([, key]) => !plan.lines.some(line => line.key === key)).map(([header]) => header) ?? [];
  yield ['Nguồn', 'Hệ thống theo dõi giảm nghèo bền vững của tỉnh'];
  yield ['Danh sách', exportLists[kind].title];
  yield ['Thời điểm xuất', moment.format(new Date())];
  yield ['Ngày của dữ liệu', writtenDay(context.clock.today())];
  yield ['Người xuất', `${viewer.accountName} (${viewer.postName})`];
  yield ['Đơn vị', unit];
  yield ['Bộ lọc', filter || 'Không lọc: toàn bộ phần đơn vị được xem'];
  if (wish.purpose !== null) yield ['Mục đích', purposeWords[wish.purpose] ?? wish.purpose];
  yield ['Số dòng', number.format(tally.done)];
  if (empty.length > 0) yield ['Cột để trống', empty.join('; ')];
  if (tally.made > 0) yield ['Dữ liệu minh họa', `${number.format(tally.made)} dòng là dữ liệu minh họa, không phải hộ có thật.`];
}
