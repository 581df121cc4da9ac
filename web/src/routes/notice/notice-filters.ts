import type { NoticeFilter, NoticeKind } from './notice.generated';
import type { NoticeGroup, NoticeStand } from './notice-search';

const kinds: Readonly<Record<NoticeGroup, NoticeKind[]>> = {
  viec: ['ASSIGNED', 'TERMS_CHANGED'],
  baocao: ['SUBMITTED', 'SENT_BACK', 'SIGNED', 'RETURNED', 'COMPLETED', 'COMMENTED'],
  dondoc: ['OVERDUE', 'CHASED'],
  kiennghi: ['REQUEST_RECEIVED', 'REQUEST_FORWARDED', 'REQUEST_ANSWERED', 'REQUEST_REOPENED', 'REQUEST_WITHDRAWN'],
  phancong: ['TARGET_SET', 'PAIRING_PROPOSED', 'PAIRING_CONFIRMED', 'PAIRING_DECLINED', 'PAIRING_WITHDRAWN', 'PAIRING_ENDED'],
  taikhoan: ['HANDED_OVER', 'STANDING_IN', 'POST_GIVEN', 'POST_CHANGED', 'POST_ENDED', 'PASSWORD_RESET', 'SECOND_FACTOR_RESET', 'ACCOUNT_LOCKED', 'RIGHTS_REQUESTED', 'RIGHTS_GRANTED', 'RIGHTS_REFUSED'],
};

/** The filter that the server is sent. */
export const noticesOf = (stand: NoticeStand, group: NoticeGroup | undefined): NoticeFilter =>
  ({ ...(stand === 'chua' && { isRead: { eq: false } }), ...(group && { kind: { in: kinds[group] } }) });
