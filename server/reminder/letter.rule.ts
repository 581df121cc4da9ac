import { writtenDay } from '../graphql/check.js';
import type { LateUnit, LateWork } from './reminder.entity.js';

/** As long as the text of a reminder may be, in characters. */
export const longestMessage = 2000;

const number = new Intl.NumberFormat('vi-VN');

/** What stands between braces in a template. */
export const placeholders = ['đơn vị', 'số việc', 'danh sách việc', 'số ngày', 'ngày'] as const;
type Placeholder = (typeof placeholders)[number];

const pattern = /\{([^{}\n]{1,40})\}/g;
const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);
const nameOf = (written: string): string => written.trim().normalize('NFC').toLocaleLowerCase('vi');

/** Names in braces that nothing is put in place of, as they were written. */
export const unknownPlaceholders = (template: string): string[] => [...template.matchAll(pattern)].filter(([, name]) => !isPlaceholder(nameOf(name!))).map(([whole]) => whole);

const lineOf = ({ code, title, dueDay, days }: LateWork): string =>
  `- ${code}: ${title}${dueDay === null ? ' (chậm so với chỉ tiêu)' : ` (hạn ${writtenDay(dueDay)}, quá hạn ${number.format(days ?? 0)} ngày)`}`;

/** As many lines as find room, the longest late first; how many more there are is said. */
function listOf(works: readonly LateWork[], room: number): string {
  const lines = works.map(lineOf);
  for (let shown = lines.length; shown > 0; shown--) {
    const left = lines.length - shown, list = [...lines.slice(0, shown), ...(left > 0 ? [`- và ${number.format(left)} việc khác`] : [])].join('\n');
    if (list.length <= room) return list;
  }
  return `- ${number.format(lines.length)} việc`;
}

/** The template with a unit's name, work and days in it; `works` are those that the letter is about. */
export function letterOf(template: string, unit: Pick<LateUnit, 'name'>, works: readonly LateWork[], today: string): string {
  const plain: Readonly<Record<Exclude<Placeholder, 'danh sách việc'>, string>> = {
    'đơn vị': unit.name, 'số việc': number.format(works.length), 'số ngày': number.format(Math.max(0, ...works.map(({ days }) => days ?? 0))), 'ngày': writtenDay(today),
  };
  const fill = (list: string): string => template.replace(pattern, (whole, written: string) => {
    const name = nameOf(written);
    return name === 'danh sách việc' ? list : plain[name as keyof typeof plain] ?? whole;
  });
  return fill(listOf(works, longestMessage - fill('').length));
}
