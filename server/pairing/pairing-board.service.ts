import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow } from '../audit/audited-row.js';
import { Check, conflict, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import type { PairingBoard, SavePairingQuotaInput } from './pairing-board.input.js';
import { findQuota, readCoverage, readLoads, readTarget } from './pairing-board.query.js';
import { pairingQuotaAccess } from './pairing-quota.access.js';
import { kindOfUnit } from './pairing.query.js';

type Saved = Answered & { pairingQuota?: object | null };

/** What is agreed and what waits, for the whole province or, for a unit, of its own pairings. */
export async function pairingBoard({ session, viewer }: Working, year: number): Promise<PairingBoard> {
  const { portalKind, unitId } = viewer, isWhole = portalKind === 'secretariat';
  const [helpers, communes, target] = await Promise.all([
    readLoads(session, year, portalKind !== 'commune'), readCoverage(session, { isWhole, readsLists: isWhole || portalKind === 'commune' }), isWhole ? readTarget(session, year) : null]);
  const sum = (of: 'agreed' | 'waiting') => helpers.reduce((total, helper) => total + helper[of], 0);
  return {
    target: isWhole ? target : helpers.find(helper => helper.unit === unitId)?.quota ?? null,
    agreed: sum('agreed'), waiting: sum('waiting'),
    communesHelped: communes.filter(commune => commune.helpers.length > 0).length,
    bodiesHelping: helpers.filter(helper => helper.communes.length > 0).length,
    bodies: isWhole ? helpers.filter(helper => helper.quota !== null).length : null,
    helpers, communes,
  };
}

/** How many households a body promises for a year; the secretariat keeps the figures, and nobody overwrites another's unseen. */
export async function savePairingQuota(context: Working, input: SavePairingQuotaInput, selection: Selection): Promise<Saved> {
  const { session } = context, check = new Check(), settling = (id: number | string) => ({ resource: pairingQuotaAccess, selection, field: 'pairingQuota', what: 'số hộ nhận giúp đỡ', id: String(id) });
  const helper = check.id('helper', 'đơn vị giúp đỡ', input.helper);
  const households = check.whole('households', 'Số hộ nhận giúp đỡ', input.households, { least: 0, most: 10_000 });
  const year = check.whole('year', 'Năm', input.year, { least: 2026, most: 2100 });
  const source = input.source === undefined ? undefined : check.text('source', 'Căn cứ', input.source, { most: 300 });
  if (helper !== null && !['department', 'massOrganisation'].includes(await kindOfUnit(session, helper) ?? '')) check.errors.push(notFound('helper', 'đơn vị giúp đỡ'));
  if (check.failed) return refuse(context, check.errors);
  const known = await findQuota(session, helper!, year!);
  if (known) return settle(context, settling(known.id), await changeRow(context, pairingQuotaAccess, 'savePairingQuota', { id: String(known.id), version: input.version ?? 0 }, { households, source }));
  try {
    return await settle(context, settling(await addRow(context, pairingQuotaAccess, 'savePairingQuota', { helper, year, households, source })), { outcome: 'DONE' });
  } catch (error) {
    if (!(error instanceof DuplicateRow)) throw error;
    return refuse(context, [userError('CONFLICT', 'version', 'Người khác vừa ghi số hộ của đơn vị này. Tải lại trang để xem.')], [conflict('households', households, null)]);
  }
}
