import { FieldConflict, UserError, type UserErrorCode } from './user-error.js';

const number = new Intl.NumberFormat('vi-VN');
/** "2026-09-08" → "08/9/2026", for a sentence of the server's: days below 10 and the months 1 and 2 take a zero (NĐ 30/2020, phụ lục I). */
export const writtenDay = (iso: string): string => iso.replace(/^(\d{4})-(?:0(?=[3-9]))?(\d\d?)-(\d\d)$/, '$3/$2/$1');

export function userError(code: UserErrorCode, field: string | null, message: string): UserError {
  return Object.assign(new UserError(), { code, field, message });
}

export const notFound = (field: string, what: string): UserError =>
  userError('NOT_FOUND', field, `Không tìm thấy ${what}. Tải lại trang rồi thử lại.`);

/** A field as one writer wants it and as the other left it, in words. */
export function conflict(field: string, yours: unknown, current: unknown): FieldConflict {
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
  return Object.assign(new FieldConflict(), { field, yours: text(yours), current: text(current) });
}

/** Control characters, halves of characters, which no database stores, and the marks that turn the direction of text, have no place in what officers type. */
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Cs}]/u;

/** Gathers everything wrong with an input, each with the field and the fix, before anything is written. */
export class Check {
  readonly errors: UserError[] = [];
  get failed(): boolean { return this.errors.length > 0; }
  private add(field: string, message: string): null { this.errors.push(userError('BAD_INPUT', field, message)); return null; }

  /** The text in NFC without outer blanks, or null when it is empty or wrong. */
  text(field: string, label: string, value: string | null | undefined, rule: { most: number; required?: boolean }): string | null {
    const text = (value ?? '').normalize('NFC').trim();
    if (!text) return rule.required ? this.add(field, `${label}: chưa nhập. Nhập nội dung rồi lưu lại.`) : null;
    if (text.length > rule.most) return this.add(field, `${label}: dài ${number.format(text.length)} ký tự, nhiều nhất ${number.format(rule.most)}. Rút gọn nội dung.`);
    if (unprintable.test(text)) return this.add(field, `${label}: có ký tự điều khiển không hiển thị được. Xóa rồi gõ lại đoạn đã dán.`);
    return text;
  }

  /** A person's name as a text on one line: blanks of every kind and number between its words are one space, as an import reads them. */
  name(field: string, label: string, value: string | null | undefined, rule: { most: number; required?: boolean }): string | null {
    return this.text(field, label, value?.replace(/\s+/gu, ' '), rule);
  }

  /** The day, or null when it is missing or outside the span. */
  day(field: string, label: string, value: string | null | undefined, rule: { from: string; to: string; required?: boolean }): string | null {
    if (!value) return rule.required ? this.add(field, `${label}: chưa chọn ngày.`) : null;
    if (value < rule.from || value > rule.to) return this.add(field, `${label}: ${writtenDay(value)} nằm ngoài khoảng ${writtenDay(rule.from)} – ${writtenDay(rule.to)}. Chọn ngày trong khoảng này.`);
    return value;
  }

  whole(field: string, label: string, value: number | null | undefined, rule: { least: number; most: number }): number | null {
    if (value === null || value === undefined) return null;
    if (value < rule.least || value > rule.most) return this.add(field, `${label}: ${number.format(value)} không hợp lệ. Nhập số từ ${number.format(rule.least)} đến ${number.format(rule.most)}.`);
    return value;
  }

  /** An id as a number; a malformed one is like a random one. */
  id(field: string, what: string, value: string | null | undefined): number | null {
    if (value === null || value === undefined) return null;
    if (/^\d{1,9}$/.test(value)) return Number(value);
    this.errors.push(notFound(field, what));
    return null;
  }

  fail(field: string, message: string): void { this.add(field, message); }
}
