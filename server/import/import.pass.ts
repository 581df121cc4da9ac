import type { Policy } from '../access/policy.js';
import type { Opened } from '../database/opened.js';
import type { Door, Session } from '../database/session.js';
import type { FileStorage } from '../file/stored-file.service.js';
import type { Viewer } from '../identity/viewer.js';
import { columnsFor } from './import.columns.js';
import { readLists } from './import.lists.js';
import { openList } from './import.reader.js';
import { readMapping, type StoredBatch } from './import-batch.query.js';
import type { ImportKind } from './import-kind.js';
import type { Importer, ImporterContext, Judged } from './importer.js';
import { householdImporter } from './household.importer.js';
import { memberImporter } from './member.importer.js';
import { pairingImporter } from './pairing.importer.js';
import { needImporter, supportImporter } from './support.importer.js';

/** What it takes to work on a batch after its request is over, under the rights of whoever sent it. */
export interface ImportWork { readonly door: Door; readonly files: FileStorage; readonly policy: Policy; readonly viewer: Viewer; readonly requestId: string; readonly batch: string }

const importers: Readonly<Record<ImportKind, (context: ImporterContext) => Importer<unknown> | Promise<Importer<unknown>>>> = {
  HOUSEHOLDS: async context => await householdImporter(context) as Importer<unknown>, MEMBERS: context => memberImporter(context) as Importer<unknown>,
  NEEDS: context => needImporter(context) as Importer<unknown>, SUPPORTS: context => supportImporter(context) as Importer<unknown>,
  PAIRINGS: context => pairingImporter(context) as Importer<unknown>,
};

interface Tally { total: number; good: number; bad: number; warned: number; duplicates: number }

/** Reads the next lines while those before them are judged and saved. */
async function* ahead<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const read = (): Promise<IteratorResult<Item>> => { const next = source.next(); next.catch(() => {}); return next; };
  let next = read();
  try {
    for (let one = await next; !one.done; one = await next) { next = read(); yield one.value; }
  } finally {
    await source.return(undefined);
  }
}

/** Reads the file of a batch through, judging a thousand lines at a time; `each` may save them. */
export async function readThrough(work: ImportWork, session: Session, batch: StoredBatch, fileId: string, opened: Opened[], each: (importer: Importer<unknown>, judged: Judged<unknown>[], progress: number) => Promise<void>) {
  const { door, files, policy, viewer } = work;
  const lists = await readLists(session, viewer, door.clock.today());
  const list = await openList(files.pathOf(fileId), columnsFor(policy, viewer, batch.kind, lists), await readMapping(session, batch.mapping), lists);
  try {
    const importer = await importers[batch.kind]({ session, viewer, lists, batch: batch.id, opened: found => opened.push(...found.map(one => ({ ...one, part: 'HouseholdIdentity', purpose: 'VERIFY_PERSON' }))) });
    const tally: Tally = { total: 0, good: 0, bad: 0, warned: 0, duplicates: 0 };
    for await (const lines of ahead(list.lines())) {
      const judged = await importer.judge(lines);
      for (const one of judged) {
        tally.total++;
        if (one.write === null) tally.bad++; else tally.good++;
        if (one.write !== null && one.notes.length > 0) tally.warned++;
        if (one.isDuplicate) tally.duplicates++;
      }
      await each(importer, judged, list.rowCount === 0 ? 0 : Math.min(99, Math.floor(tally.total / list.rowCount * 100)));
    }
    return { tally, sheet: list.sheet, headerRow: list.headerRow, notices: list.notices };
  } finally {
    list.close();
  }
}
