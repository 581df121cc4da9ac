import { describe, expect, it } from '@jest/globals';
import { letterOf, pathOf, type Told } from '../../server/notice/mail.words.js';
import { noticeKinds } from '../../server/notice/notice.entity.js';

const ownUnit = 40;
const told = (kind: Told['kind'], noun: string, rowId: string, unit?: number): Told =>
  ({ kind, noun, rowId, fromUnit: null, assignment: unit === undefined ? null : { id: 7, unit: { id: unit }, task: { id: 3, code: 'III.1', title: 'Ban hành kế hoạch' } } });

describe('a notice leads to', () => {
  it.each([
    ['the own task', told('RETURNED', 'ProgressEntry', '9', ownUnit), '/nhiem-vu/3'],
    ['another unit\'s piece of work', told('COMMENTED', 'Comment', '9', 41), '/nhiem-vu/3/don-vi/7'],
    ['the request', told('REQUEST_ANSWERED', 'UnitRequest', 'a1', undefined), '/kien-nghi/a1'],
    ['the target, though it has a task', told('TARGET_SET', 'Target', '12', ownUnit), '/chi-tieu/12'],
    ['what was handed over', told('HANDED_OVER', 'Handover', '5'), '/ban-giao/5'],
    ['the pairings', told('PAIRING_PROPOSED', 'Pairing', '5'), '/ghep-doi'],
    ['the home page, where reminders are', told('CHASED', 'Reminder', '5', ownUnit), ''],
    ['the own account', told('POST_CHANGED', 'Post', '5'), '/tai-khoan'],
    ['what waits for a leader', told('RIGHTS_REQUESTED', 'RightRequest', '5'), '/quan-tri/nguoi-dung'],
    ['the list, where the row is not reached any more', told('ASSIGNED', 'Assignment', '5'), '/thong-bao?xem=tatca'],
  ])('%s', (_what, notice, path) => {
    expect(pathOf(notice, ownUnit)).toBe(path);
  });
});

describe('a mail', () => {
  it('has a sentence of its own for every kind, and a full address', () => {
    const kinds = Object.keys(noticeKinds) as Told['kind'][];
    const letters = kinds.map(kind => letterOf({ origin: 'https://gn.example', unit: ownUnit, unitCode: '02869', unitName: 'Bản Liền', notices: [told(kind, 'Assignment', '7', ownUnit)], left: 0, isDigest: false }));
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(kinds.length);
    expect(letters.filter(({ text }) => !text.includes('  https://gn.example/cong/02869'))).toEqual([]);
  });
});
