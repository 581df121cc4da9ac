import { said } from '../../address';

export const noticeStands = ['chua', 'tatca'] as const;
export type NoticeStand = (typeof noticeStands)[number];
/** Kinds that belong together on the screen. */
export const noticeGroups = ['viec', 'baocao', 'dondoc', 'kiennghi', 'phancong', 'taikhoan'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

/** `?xem=tatca&loai=baocao` */
export interface NoticeFilters {
  xem?: NoticeStand;
  loai?: NoticeGroup;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readNoticeFilters = ({ xem, loai }: Record<string, unknown>): NoticeFilters =>
  said<NoticeFilters>({ xem: noticeStands.find((one) => one === xem), loai: noticeGroups.find((one) => one === loai) });
