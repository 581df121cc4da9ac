import { filteredPage, helpPage, householdPage, samePage, searchPage } from './household-page.js';
import { send, shotOf } from './load.js';
import { assertSame, inTurns, type Contest, type Pace } from './measure.js';
import type { Operation } from './operation.js';
import { signIn, type Province } from './province.js';
import { bars, comparisonOf, recordOf, type Comparison, type Record } from './report.js';
import type { Server } from './server.js';

/** A province with the servers that answer from it. */
export interface Stand { readonly province: Province; readonly households: number; readonly raw: Server; readonly ours: Server }
export interface Found { readonly records: readonly Record[]; readonly comparisons: readonly Comparison[] }

/** Who lists households: the first sees most members and is measured for its page alone, as no housing concerns it. */
const portals: readonly { readonly unit: string; readonly narrowed: readonly Operation[] }[] = [
  { unit: householdPage.unit, narrowed: [] },
  ...['sxd', '02869', 'thuong-truc'].map(unit => ({ unit, narrowed: [filteredPage(unit), searchPage(unit)] })),
];

/** The household pages as every portal lists, narrows and searches them; the plain page also in the smaller province, where there is one. All of a portal in turns. */
export async function measureHouseholds({ province, households, raw, ours }: Stand, beside: Stand | undefined, pace: Pace): Promise<Found> {
  const records: Record[] = [], comparisons: Comparison[] = [];
  for (const { unit, narrowed } of portals) {
    const person = await signIn(province, unit), page = helpPage(unit), operations = [page, ...narrowed];
    for (const operation of operations) await assertSame([raw, ours], operation, person);
    const smaller: Contest[] = beside ? [{ server: beside.ours, operation: page, person: await signIn(beside.province, unit) }] : [];
    if (beside) await assertSame([beside.raw, beside.ours], page, smaller[0]!.person);
    // What narrows has no bar beside raw SQL, which at this size walks past the time that a statement has.
    const contests: Contest[] = [{ server: raw, operation: page, person }, ...operations.map(operation => ({ server: ours, operation, person })), ...smaller];
    const measured = await inTurns(contests, pace), [rawPage, plain] = measured, small = measured[contests.length - 1];
    records.push(recordOf(`${page.name} ${unit}`, households, rawPage!, plain!, null));
    narrowed.forEach(({ name }, i) => comparisons.push(comparisonOf(`${unit}: ${name}`, households, measured[i + 2]!, `its ${page.name}`, plain!, bars.timeToPlain)));
    if (beside) comparisons.push(comparisonOf(`${unit}: ${page.name} of ${households}`, households, plain!, `the one of ${beside.households}`, small!, bars.timeToSmaller));
  }
  return { records, comparisons };
}

/** The households of a restricted portal's first page, opened by it and by the secretariat; the same document and variables for both. */
export async function measureRestricted({ province, households, raw, ours }: Stand, pace: Pace): Promise<Comparison[]> {
  const found: Comparison[] = [], secretariat = await signIn(province, 'thuong-truc');
  for (const unit of [householdPage.unit, 'sxd', '02869']) {
    const person = await signIn(province, unit);
    const { data } = JSON.parse(await send(shotOf(ours.address, householdPage, person))) as { data: { households: { nodes: { id: string }[] } } };
    const ids = data.households.nodes.map(node => node.id), operation = samePage(ids, unit);
    for (const one of [person, secretariat]) await assertSame([raw, ours], operation, one);
    const [mine, theirs] = await inTurns([person, secretariat].map(one => ({ server: ours, operation, person: one })), pace);
    found.push(comparisonOf(`${unit}: its first households`, households, mine!, 'the secretariat opening the same', theirs!, bars.timeToSecretariat));
  }
  return found;
}
