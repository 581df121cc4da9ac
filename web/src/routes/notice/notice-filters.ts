import { said } from '../../address';
import type { NoticeFilter, NoticeKind } from './notice.generated';

export const noticeStands = ['chua', 'tatca'] as const;
export type NoticeStand = (typeof noticeStands)[number];

/** Kinds that belong together on the screen. */
export const noticeGroups = {
  viec: ['ASSIGNED', 'TERMS_CHANGED'],
  baocao: ['SUBMITTED', 'SENT_BACK', 'SIGNED', 'RETURNED', 'COMMENTED'],
  dondoc: ['OVERDUE', 'CHASED'],
  kiennghi: ['REQUEST_RECEIVED', 'REQUEST_FORWARDED', 'REQUEST_ANSWERED', 'REQUEST_REOPENED', 'REQUEST_WITHDRAWN'],
  phancong: ['TARGET_SET', 'PAIRING_PROPOSED', 'PAIRING_CONFIRMED', 'PAIRING_DECLINED'],
  taikhoan: ['HANDED_OVER', 'STANDING_IN', 'POST_GIVEN', 'POST_CHANGED', 'POST_ENDED', 'PASSWORD_RESET', 'ACCOUNT_LOCKED', 'RIGHTS_REQUESTED', 'RIGHTS_GRANTED', 'RIGHTS_REFUSED'],
} satisfies Record<string, NoticeKind[]>;
export type NoticeGroup = keyof typeof noticeGroups;

/** `?xem=tatca&loai=baocao` */
export interface NoticeFilters {
  xem?: NoticeStand;
  loai?: NoticeGroup;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readNoticeFilters = (search: Record<string, unknown>): NoticeFilters =>
  said<NoticeFilters>({ xem: noticeStands.find((one) => one === search.xem), loai: (Object.keys(noticeGroups) as NoticeGroup[]).find((one) => one === search.loai) });

export const noticesOf = (stand: NoticeStand, group: NoticeGroup | undefined): NoticeFilter =>
  ({ ...(stand === 'chua' && { isRead: { eq: false } }), ...(group && { kind: { in: noticeGroups[group] } }) });
