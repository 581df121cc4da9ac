import type { noticeKinds } from './notice.entity.js';

/** What is known of a notice as its receiver reads it now; null is what they do not reach. */
export interface Told {
  readonly kind: keyof typeof noticeKinds;
  readonly noun: string;
  readonly rowId: string;
  readonly fromUnit: { readonly shortName: string } | null;
  readonly assignment: { readonly id: number; readonly unit: { readonly id: number }; readonly task: { readonly id: number; readonly code: string; readonly title: string } } | null;
}

const sentences: Readonly<Record<Told['kind'], (who: string, task: string) => string>> = {
  ASSIGNED: (who, task) => `${who} giao ${task}`,
  TERMS_CHANGED: (who, task) => `${who} điều chỉnh nội dung hoặc thời hạn của ${task}`,
  SUBMITTED: (_who, task) => `Có báo cáo tiến độ trình ký về ${task}`,
  SENT_BACK: (_who, task) => `Lãnh đạo trả lại dự thảo báo cáo về ${task}`,
  SIGNED: (_who, task) => `Lãnh đạo đã ký báo cáo về ${task}`,
  RETURNED: (who, task) => `${who} trả lại báo cáo về ${task}, đề nghị bổ sung`,
  COMPLETED: (who, task) => `${who} đã bổ sung báo cáo về ${task}`,
  COMMENTED: (who, task) => `${who} có ý kiến về ${task}`,
  OVERDUE: (_who, task) => `Đã quá hạn ${task}`,
  CHASED: who => `${who} đôn đốc việc quá hạn`,
  REQUEST_RECEIVED: who => `${who} gửi đơn vị một kiến nghị, đề nghị`,
  REQUEST_FORWARDED: who => `${who} chuyển đến đơn vị một kiến nghị, đề nghị`,
  REQUEST_ANSWERED: who => `${who} đã trả lời kiến nghị, đề nghị của đơn vị`,
  REQUEST_REOPENED: who => `${who} đề nghị trả lời lại một kiến nghị, đề nghị`,
  REQUEST_WITHDRAWN: who => `${who} đã rút kiến nghị, đề nghị`,
  TARGET_SET: who => `${who} giao hoặc chốt chỉ tiêu`,
  PAIRING_PROPOSED: who => `${who} đề xuất phân công giúp đỡ`,
  PAIRING_CONFIRMED: who => `${who} xác nhận phân công giúp đỡ`,
  PAIRING_DECLINED: who => `${who} không đồng ý phân công giúp đỡ`,
  PAIRING_WITHDRAWN: who => `${who} rút đề xuất phân công giúp đỡ`,
  PAIRING_ENDED: who => `${who} kết thúc phân công giúp đỡ`,
  HANDED_OVER: () => 'Bạn nhận bàn giao công việc',
  STANDING_IN: () => 'Bạn được giao làm thay trong thời gian đồng nghiệp vắng mặt',
  POST_GIVEN: () => 'Bạn được giao một chức vụ',
  POST_CHANGED: () => 'Phạm vi chức vụ của bạn đã thay đổi',
  POST_ENDED: () => 'Chức vụ của bạn đã kết thúc',
  PASSWORD_RESET: () => 'Mật khẩu của bạn đã được đặt lại',
  SECOND_FACTOR_RESET: () => 'Xác thực hai lớp của tài khoản đã được đặt lại',
  ACCOUNT_LOCKED: () => 'Tài khoản đã bị khóa',
  RIGHTS_REQUESTED: () => 'Có đề nghị cấp quyền chờ lãnh đạo duyệt',
  RIGHTS_GRANTED: () => 'Quyền bạn được đề nghị đã được cấp',
  RIGHTS_REFUSED: () => 'Quyền bạn được đề nghị không được cấp',
};

/** A notice as a sentence without a full stop. Names a task by its clause, and only one that its receiver reads. */
export const sentenceOf = ({ kind, fromUnit, assignment }: Told): string =>
  sentences[kind](fromUnit?.shortName ?? 'Hệ thống', assignment ? `nhiệm vụ ${assignment.task.code}` : 'một nhiệm vụ');

/** Kinds whose place does not depend on a row; the same as the portal's own buttons. */
const places: Readonly<Partial<Record<Told['kind'], string>>> = {
  CHASED: '', STANDING_IN: '', RIGHTS_REQUESTED: '/quan-tri/nguoi-dung', POST_GIVEN: '/tai-khoan', POST_CHANGED: '/tai-khoan', POST_ENDED: '/tai-khoan', PASSWORD_RESET: '/tai-khoan', SECOND_FACTOR_RESET: '/tai-khoan', ACCOUNT_LOCKED: '/tai-khoan',
  RIGHTS_GRANTED: '/tai-khoan', RIGHTS_REFUSED: '/tai-khoan',
};
const pages: Readonly<Record<string, (id: string) => string>> = { Pairing: () => '/ghep-doi', UnitRequest: id => `/kien-nghi/${id}`, Target: id => `/chi-tieu/${id}`, Handover: id => `/ban-giao/${id}` };

/** The page of a notice below the unit's address, as "/nhiem-vu/12"; the list of notices where its row is not reached any more. */
export function pathOf({ kind, noun, rowId, assignment }: Told, ownUnit: number): string {
  const place = places[kind] ?? pages[noun]?.(encodeURIComponent(rowId));
  if (place !== undefined) return place;
  if (!assignment) return '/thong-bao?xem=tatca';
  return `/nhiem-vu/${assignment.task.id}${Number(assignment.unit.id) === ownUnit ? '' : `/don-vi/${assignment.id}`}`;
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`);

export interface Letter { readonly subject: string; readonly text: string; readonly html: string }
export interface LetterAbout { readonly origin: string; readonly unit: number; readonly unitCode: string; readonly unitName: string; readonly notices: readonly Told[]; /** How many more there are than are told. */ readonly left: number; readonly isDigest: boolean }

/** One mail, in text and in plain HTML: a sentence, the task's title and a link for each notice. */
export function letterOf({ origin, unit, unitCode, unitName, notices, left, isDigest }: LetterAbout): Letter {
  const portal = `${origin}/cong/${encodeURIComponent(unitCode)}`;
  const items = notices.map(notice => ({
    sentence: sentenceOf(notice), title: notice.assignment?.task.title ?? null, link: portal + pathOf(notice, unit),
  }));
  const head = `${unitName}: ${isDigest ? `${notices.length + left} thông báo chưa đọc trên hệ thống Giảm nghèo bền vững.` : 'có việc mới trên hệ thống Giảm nghèo bền vững.'}`;
  const more = left > 0 ? `Còn ${left} thông báo khác: ${portal}/thong-bao` : null;
  const foot = `Thư tự động, xin không trả lời. Đổi cách nhận thư hoặc tắt thư: ${portal}/thong-bao/thu`;
  return {
    subject: isDigest ? `Giảm nghèo bền vững: ${notices.length + left} thông báo` : items[0]!.sentence,
    text: [head, ...items.map(({ sentence, title, link }) => [`- ${sentence}`, ...(title ? [`  ${title}`] : []), `  ${link}`].join('\n')), ...(more ? [more] : []), foot].join('\n\n'),
    html: `<p>${escaped(head)}</p><ul>${items.map(({ sentence, title, link }) => `<li><p>${escaped(sentence)}${title ? `<br>${escaped(title)}` : ''}<br><a href="${escaped(link)}">Mở trên hệ thống</a></p></li>`).join('')}</ul>`
      + `${more ? `<p>${escaped(more)}</p>` : ''}<p>${escaped(foot)}</p>`,
  };
}
