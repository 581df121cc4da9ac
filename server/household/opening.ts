import type { Resource } from '../access/resource.js';
import { userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, type Answered } from '../graphql/payload.js';

/** A post that may not open a sensitive noun may not write it either, whatever else it may; null when it may. */
export const closed = (context: Working, resource: Resource, field: string): Answered | null => (context.viewer.sensitiveNouns.includes(resource.type) ? null
  : refuse(context, [userError('NOT_ALLOWED_NOW', field, 'Chức vụ này không được mở dữ liệu nhạy cảm này. Đề nghị lãnh đạo đơn vị phân công.')]));

/** Writing a sensitive record opens it, for the purpose that the input names; that the answer reads it back is the same opening. */
export function openedByWriting({ opened }: Working, resource: Resource, { household, member, purpose }: { household: string; member: string | null; purpose: string }): void {
  const back = opened.findIndex(one => one.part === resource.type && one.household === household && one.member === member && one.purpose === null);
  if (back >= 0) opened.splice(back, 1);
  opened.push({ household, member, part: resource.type, purpose });
}

export const endedHousehold = (field: string) => userError('NOT_ALLOWED_NOW', field, 'Hộ này đã kết thúc, không ghi thêm hay sửa được nữa.');
