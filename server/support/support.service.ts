import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { addRow, changeRow, type Changed, type Values } from '../audit/audited-row.js';
import { Check, conflict, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import { supportAccess } from './support.access.js';
import type { CreateSupportInput, OverlappingUnit, SupportWords, UpdateSupportInput, VerifySupportInput } from './support.input.js';
import { findOverlap, findSupport, helpsHousehold, kindOfUnit, lockSupport, markVerified, queueFor, seesHousehold, seesMember, type StoredSupport } from './support.query.js';

type Saved = Answered & { support?: object | null };
const what = 'khoản hỗ trợ';

const answered = (context: Working, selection: Selection, id: string): Promise<Saved> =>
  settle(context, { resource: supportAccess, selection, field: 'support', what: 'khoản hỗ trợ', id }, { outcome: 'DONE' });

/** The other writer's values beside one's own; the row comes back as it stands. */
const conflicting = (context: Working, selection: Selection, id: string, conflicts: Answered['conflicts']): Promise<Saved> =>
  settle(context, { resource: supportAccess, selection, field: 'support', what: 'khoản hỗ trợ', id }, { outcome: 'CONFLICT', conflicts });

const span = (today: string): { from: string; to: string } => ({ from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: `${Number(today.slice(0, 4)) + 5}-12-31` });

/** The words that an input brings; what it does not mention stays undefined. */
function read(context: Working, input: SupportWords, check: Check): Values {
  const text = (field: keyof SupportWords, label: string, most: number) => (input[field] === undefined ? undefined : check.text(field, label, input[field], { most }));
  return {
    fundingSource: input.fundingSource, programme: text('programme', 'Chương trình', 200), clause: text('clause', 'Căn cứ', 60), quantity: text('quantity', 'Khối lượng', 120),
    note: text('note', 'Ghi chú', 1500), plannedDay: input.plannedDay === undefined ? undefined : check.day('plannedDay', 'Ngày dự kiến', input.plannedDay, span(context.clock.today())),
  };
}

/**
 * No household gets the same kind of help twice by two bodies unaware (III.9(2)): before a commitment others' plans are looked up, and it
 * needs a reason where there is one. Returns the note to keep, with the reason. Of the other unit only the name is told.
 */
async function committed(context: Working, check: Check, { household, kind, provider }: { household: string; kind: string; provider: number }, reason: string | null | undefined, note: string | null): Promise<string | null> {
  const given = check.text('overlapReason', 'Lý do hỗ trợ thêm', reason, { most: 400 });
  await queueFor(context.session, household, kind);
  const names = await findOverlap(context.session, household, kind, provider);
  if (names.length === 0) return note;
  if (!given) {
    check.errors.push(userError('NOT_ALLOWED_NOW', 'overlapReason', `Đơn vị ${names.join(', ')} đã lập kế hoạch. Nhập lý do nếu vẫn cần hỗ trợ thêm.`));
    return note;
  }
  return [note, `Hỗ trợ thêm dù ${names.join(', ')} đã lập kế hoạch: ${given}`].filter(Boolean).join('\n').slice(0, 2000);
}

/** Who gives it: the own unit, or for a commune's support plan (IV.13) a body that it names. Null with an error when that cannot be. */
async function readProvider(context: Working, input: CreateSupportInput, check: Check): Promise<number | null> {
  const { viewer, session } = context;
  const id = check.id('provider', 'đơn vị hỗ trợ', input.provider);
  if (id === null || id === viewer.unitId) return id ?? (input.provider ? null : viewer.unitId);
  if (viewer.portalKind !== 'commune') check.fail('provider', 'Đơn vị hỗ trợ: chỉ ghi khoản hỗ trợ của đơn vị mình.');
  else if (!['department', 'massOrganisation'].includes(await kindOfUnit(session, id) ?? '')) check.errors.push(notFound('provider', 'đơn vị hỗ trợ'));
  else if (input.state !== 'PLANNED') check.fail('state', 'Trạng thái: phương án của xã chỉ ghi "dự kiến" cho đơn vị khác; đơn vị đó tự duyệt.');
  return id;
}

/** Enters a help to a household that the unit sees, planned or approved; a commune may plan what another body gives. */
export async function createSupport(context: Working, input: CreateSupportInput, selection: Selection): Promise<Saved> {
  const { session } = context, check = new Check();
  const words = read(context, input, check);
  const planItem = check.text('planItem', 'Mục của phương án', input.planItem, { most: 200 });
  if (!['PLANNED', 'APPROVED'].includes(input.state)) check.fail('state', 'Trạng thái: khoản hỗ trợ mới là dự kiến hoặc đã duyệt.');
  const isSeen = await helpsHousehold(session, input.household);
  if (!isSeen) check.errors.push(notFound('household', 'hộ'));
  else if (input.member && !await seesMember(session, input.household, input.member)) check.errors.push(notFound('member', 'thành viên này trong hộ'));
  const provider = await readProvider(context, input, check);
  let note = (words.note ?? null) as string | null;
  if (isSeen && provider !== null) note = await committed(context, check, { household: input.household, kind: input.kind, provider }, input.overlapReason, note);
  if (check.failed) return refuse(context, check.errors);
  const id = await addRow(context, supportAccess, 'createSupport',
    { household: input.household, ...(input.member && { member: input.member }), kind: input.kind, provider, ...words, note, planItem, state: input.state });
  return answered(context, selection, id);
}

/** From plan to delivery, or given up at any time before. */
const steps: Readonly<Record<string, readonly string[]>> = { PLANNED: ['APPROVED', 'CANCELLED'], APPROVED: ['DELIVERED', 'CANCELLED'], DELIVERED: [], CANCELLED: [] };

function readStep(context: Working, current: StoredSupport, input: UpdateSupportInput, check: Check): Values {
  const today = context.clock.today(), to = input.state ?? current.state;
  const isMoved = to !== current.state;
  if (isMoved && !steps[current.state].includes(to)) check.fail('state', 'Trạng thái: đi lần lượt dự kiến, đã duyệt, đã giao; hoặc hủy trước khi giao.');
  if (isMoved && to !== 'CANCELLED' && current.provider !== context.viewer.unitId)
    check.errors.push(userError('NOT_ALLOWED_NOW', 'state', 'Chỉ đơn vị hỗ trợ được duyệt và ghi đã giao khoản hỗ trợ của mình.'));
  if (isMoved && to === 'DELIVERED') return { state: to, deliveredDay: check.day('deliveredDay', 'Ngày giao', input.deliveredDay, { from: span(today).from, to: today, required: true }) };
  if (input.deliveredDay) check.fail('deliveredDay', 'Ngày giao: chỉ nhập khi ghi đã giao.');
  return isMoved ? { state: to } : {};
}

/** Changes words or moves the state; what was delivered keeps all but its note and evidence, what is verified or cancelled keeps everything. */
export async function updateSupport(context: Working, input: UpdateSupportInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const current = await lockSupport(context.session, input.id);
  if (!current) return refuse(context, [notFound('id', what)]);
  const words = read(context, input, check);
  const evidence = input.evidence === undefined ? undefined : check.text('evidence', 'Minh chứng', input.evidence, { most: 2000 });
  const isClosed = current.state === 'CANCELLED' || current.verifiedOn !== null;
  const told = Object.entries(words).filter(([, value]) => value !== undefined).map(([name]) => name);
  // A conflict is told first: what another writer closed meanwhile is theirs to explain.
  let patch: Values = { ...words, evidence };
  if (current.version === input.version) {
    if (isClosed) check.errors.push(userError('NOT_ALLOWED_NOW', 'id', 'Khoản hỗ trợ này đã hủy hoặc đã được xã xác nhận nên không sửa được nữa.'));
    else if (current.state === 'DELIVERED') for (const name of told.filter(one => one !== 'note')) check.fail(name, 'Khoản hỗ trợ đã giao: chỉ sửa được ghi chú và minh chứng.');
    const step = readStep(context, current, input, check);
    patch = { ...patch, ...step };
    if (step.state === 'APPROVED') {
      const note = (words.note === undefined ? current.note : words.note) as string | null;
      const kept = await committed(context, check, current, input.overlapReason, note);
      if (kept !== note) patch = { ...patch, note: kept };
    }
  } else if (input.state) patch = { ...patch, state: input.state, deliveredDay: input.deliveredDay };
  if (check.failed) return refuse(context, check.errors);
  return finished(context, selection, await changeRow(context, supportAccess, 'updateSupport', { id: input.id, version: input.version }, patch));
}

async function finished(context: Working, selection: Selection, changed: Changed): Promise<Saved> {
  if (changed.outcome === 'MISSING') return refuse(context, [notFound('id', what)]);
  if (changed.outcome === 'CONFLICT') return conflicting(context, selection, changed.id, changed.conflicts);
  return answered(context, selection, changed.id);
}

/** The household's commune confirms that the family received what was delivered, once. */
export async function verifySupport(context: Working, { id, version }: VerifySupportInput, selection: Selection): Promise<Saved> {
  const { session, viewer, clock } = context;
  const current = await findSupport(session, id);
  if (!current || !await seesHousehold(session, current.household)) return refuse(context, [notFound('id', what)]);
  if (current.version !== version) return conflicting(context, selection, id, [conflict('verifiedOn', clock.today(), current.verifiedOn)]);
  if (!await markVerified(session, id)) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Chỉ xác nhận khoản hỗ trợ đã giao và chưa được xác nhận.')]);
  const after = { verifiedBy: viewer.postId, verifiedOn: clock.today() };
  await auditWrite(context, { operation: 'verifySupport', noun: 'Support', rowId: id, before: { verifiedBy: null, verifiedOn: null }, after });
  return answered(context, selection, id);
}

/** Which other units have planned this kind of help to a household that the viewer sees; each look is logged. Null for a household not seen. */
export async function checkOverlap(context: Working, household: string, kind: string): Promise<OverlappingUnit[] | null> {
  if (!await seesHousehold(context.session, household)) return null;
  const names = await findOverlap(context.session, household, kind, context.viewer.unitId);
  context.opened.push({ household, member: null, part: 'Overlap', purpose: null });
  return names.map(name => ({ name }));
}
