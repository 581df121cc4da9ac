import { auditWrite } from '../audit/audit.service.js';
import { isId } from '../database/condition.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse } from '../graphql/payload.js';
import type { OwnOffer, PostOffer } from './account.entity.js';
import type { AnswerOfferInput, OfferPostInput, OfferPostPayload } from './account.input.js';
import { insertOffer, keptUnit, ownLogin } from './account.query.js';
import { termsOf } from './account.terms.js';

/** Offers of a unit that wait for an answer, as they were made; nothing of whoever has the login. */
export async function postOffers({ session }: Working, unit: string): Promise<PostOffer[]> {
  return isId('int', unit) ? session.read<PostOffer>('SELECT * FROM offers_of($1)', [unit]) : [];
}

/** A further post for whoever has this login. The answer and the work are the same when nobody has it: the login is looked up at its holder's acceptance. */
export async function offerPost(context: Working, input: OfferPostInput): Promise<OfferPostPayload> {
  const { session } = context, check = new Check();
  const unit = await keptUnit(session, input.unit);
  if (!unit) return refuse(context, [notFound('unit', 'đơn vị')]);
  const login = input.login.trim().toLowerCase(), name = check.name('name', 'Họ và tên', input.name, { most: 120, required: true });
  if (!/^[a-z0-9._-]{3,64}$/.test(login)) check.fail('login', 'Tên đăng nhập: chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang. Hỏi lại người được mời.');
  else if (login === await ownLogin(session)) check.errors.push(userError('NOT_ALLOWED_NOW', 'login', 'Không ai tự trao thêm chức vụ cho mình. Nhờ lãnh đạo hoặc người quản trị khác.'));
  const terms = await termsOf(session, check, input, unit);
  if (check.failed || !terms || !name) return refuse(context, check.errors);
  const id = await insertOffer(session, login, name, unit.id, terms);
  await auditWrite(context, { operation: 'offerPost', noun: 'PostOffer', rowId: id, before: null, after: { login, name, unit: unit.id, ...terms } });
  return { userErrors: [] };
}

export const ownOffers = ({ session }: Working): Promise<OwnOffer[]> => session.read<OwnOffer>(
  'SELECT id, "unitName", role, "validFrom"::text AS "validFrom", "validTo"::text AS "validTo", "expiresAt" FROM my_offers()');

/** Takes or declines an offer made to the own login; another's, an old and an answered one are like a random id. */
export async function answerOffer(context: Working, { id, accept }: AnswerOfferInput): Promise<OfferPostPayload> {
  const { session } = context;
  if (!(await ownOffers(context)).some(offer => offer.id === id)) return refuse(context, [notFound('id', 'lời mời')]);
  const [{ post }] = await session.read<{ post: number | null }>('SELECT answer_offer($1, $2) AS post', [id, accept]);
  await auditWrite(context, { operation: 'answerOffer', noun: 'PostOffer', rowId: id, before: null, after: { isAccepted: accept, post } });
  return { userErrors: [] };
}
