import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { methodInForce } from '../../server/standard/method.rule.js';
import { readScoreSheet, sheetColumns, type Cell, type SheetFacts } from '../../server/standard/score-sheet.reader.js';
import { scoreOf, type ScoreSheet } from '../../server/standard/score-sheet.rule.js';
import { standardsOnFile } from '../../server/standard/standard.reader.js';
import type { Standard } from '../../server/standard/standard.rule.js';

// The figures are invented: a real sheet comes from an administrator.
const facts: SheetFacts = { standard: 'VN-MDP-2022', formVersion: 'Phiếu thử', validFrom: '2026-09-01', validTo: '2026-12-31', source: 'Số liệu thử' };
const header: Cell[] = [...sheetColumns, 'Vùng A', 'Thành thị'];
const rows = (): Cell[][] => [
  [...header],
  ['1.1', 'Hộ có 1 người', 'Số nhân khẩu', 'Một mục', 'Có', 'Đánh dấu', 70, 80],
  ['1.2', 'Hộ có 2 người', 'Số nhân khẩu', 'Một mục', 'Có', 'Đánh dấu', '55', ' 60 '],
  ['1.3', 'Hộ có trên 2 người', 'Số nhân khẩu', 'Một mục', 'Có', 'Đánh dấu', 0, 0],
  [null, '', undefined],
  ['2.1', 'Xe máy', 'Tài sản', 'Nhiều mục', 'Không', 'Đánh dấu', 15, 10],
  ['2.2', 'Tủ lạnh', 'Tài sản', 'Nhiều mục', 'Không', 'Đánh dấu', 10, 5],
  ['3.1', 'Trâu, bò', 'Chăn nuôi', 'Nhiều mục', 'Không', 'Số lượng', 4, 0],
];
const sheets = readScoreSheet(rows(), facts).sheets!;
const [rural, urban] = sheets as [ScoreSheet, ScoreSheet];
const messagesOf = (table: Cell[][], about = facts) => readScoreSheet(table, about).problems.map(one => one.message);
const withCell = (row: number, column: number, cell: Cell): Cell[][] => rows().map((cells, at) => (at === row - 1 ? Object.assign([...cells], { [column - 1]: cell }) : cells));

describe('reading a score sheet', () => {
  it('makes one sheet of every region column', () => {
    expect(sheets.map(one => [one.code, one.region, one.items.map(item => item.points)])).toEqual([
      ['VN-MDP-2022/Phiếu thử/Vùng A', 'Vùng A', [70, 55, 0, 15, 10, 4]],
      ['VN-MDP-2022/Phiếu thử/Thành thị', 'Thành thị', [80, 60, 0, 10, 5, 0]],
    ]);
    expect(rural).toMatchObject(facts);
    expect(rural.groups).toEqual([
      { group: 'Số nhân khẩu', isExclusive: true, isRequired: true },
      { group: 'Tài sản', isExclusive: false, isRequired: false },
      { group: 'Chăn nuôi', isExclusive: false, isRequired: false },
    ]);
    expect(rural.items[5]).toEqual({ item: '3.1', name: 'Trâu, bò', group: 'Chăn nuôi', points: 4, isCounted: true });
  });

  it('takes decomposed Vietnamese and any case in the header', () => {
    const table = rows().map(cells => cells.map(cell => (typeof cell === 'string' ? cell.normalize('NFD') : cell)));
    table[0] = table[0]!.map(cell => (cell === 'Mã mục'.normalize('NFD') ? 'MÃ MỤC' : cell));
    expect(readScoreSheet(table, facts)).toEqual(readScoreSheet(rows(), facts));
  });

  it.each<[string, Cell[][], string]>([
    ['ô điểm trống', withCell(2, 7, null), 'Dòng 2, cột "Vùng A": còn trống, ghi 0 nếu không được điểm.'],
    ['ô điểm thiếu ở cuối dòng', rows().map((cells, at) => (at === 5 ? cells.slice(0, 7) : cells)), 'Dòng 6, cột "Thành thị": còn trống, ghi 0 nếu không được điểm.'],
    ['số lẻ', withCell(2, 7, 7.5), 'Dòng 2, cột "Vùng A": ghi "7.5", cần số nguyên từ 0 đến 1.000.'],
    ['số âm', withCell(2, 8, -5), 'Dòng 2, cột "Thành thị": ghi "-5", cần số nguyên từ 0 đến 1.000.'],
    ['số quá lớn', withCell(2, 8, 1001), 'Dòng 2, cột "Thành thị": ghi "1001", cần số nguyên từ 0 đến 1.000.'],
    ['số có dấu chấm', withCell(2, 7, '1.000'), 'Dòng 2, cột "Vùng A": ghi "1.000", cần số nguyên từ 0 đến 1.000.'],
    ['chữ thay số', withCell(2, 7, 'bảy mươi'), 'Dòng 2, cột "Vùng A": ghi "bảy mươi", cần số nguyên từ 0 đến 1.000.'],
    ['công thức', withCell(2, 7, '=70'), 'Dòng 2, cột "Vùng A": ghi "=70", cần số nguyên từ 0 đến 1.000.'],
    ['đúng sai thay số', withCell(2, 7, true), 'Dòng 2, cột "Vùng A": ghi "true", cần số nguyên từ 0 đến 1.000.'],
    ['mã trùng', withCell(6, 1, '1.2'), 'Dòng 6, cột "Mã mục": mã 1.2 đã có ở dòng 3.'],
    ['mã có dấu', withCell(6, 1, 'xe máy'), 'Dòng 6, cột "Mã mục": mã mục chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới, tối đa 40 ký tự.'],
    ['thiếu nội dung', withCell(6, 2, ' '), 'Dòng 6, cột "Nội dung": còn trống, cần ghi nội dung.'],
    ['nội dung quá dài', withCell(6, 2, 'x'.repeat(301)), 'Dòng 6, cột "Nội dung": dài quá 300 ký tự.'],
    ['cách chọn lạ', withCell(6, 4, 'tùy ý'), 'Dòng 6, cột "Cách chọn": ghi "tùy ý", chỉ nhận "một mục" hoặc "nhiều mục".'],
    ['một nhóm hai cách chọn', withCell(3, 4, 'Nhiều mục'), 'Dòng 3, cột "Cách chọn": khác với dòng đầu của nhóm "Số nhân khẩu".'],
    ['một nhóm vừa bắt buộc vừa không', withCell(3, 5, 'Không'), 'Dòng 3, cột "Bắt buộc": khác với dòng đầu của nhóm "Số nhân khẩu".'],
    ['số liệu ngoài bảng', withCell(3, 9, 12), 'Dòng 3, cột "9": có số liệu ngoài các cột có tiêu đề.'],
    ['tiêu đề sai', withCell(1, 3, 'Loại'), 'Dòng 1, cột "Loại": tiêu đề cần là "Nhóm".'],
    ['vùng trùng', withCell(1, 8, 'vùng a'), 'Dòng 1, cột "vùng a": vùng này đã có ở một cột trước.'],
    ['vùng chưa có tên', withCell(1, 7, ''), 'Dòng 1, cột "7": cột chưa ghi tên vùng.'],
    ['không có vùng', rows().map(cells => cells.slice(0, 6)), 'Dòng 1: chưa có cột vùng nào sau các cột mô tả.'],
    ['không có mục', rows().slice(0, 1), 'Bảng chưa có mục nào dưới dòng tiêu đề.'],
    ['quá nhiều dòng', Array.from({ length: 1_001 }, () => rows()[1]!), 'Bảng có quá 1.000 dòng.'],
    ['quá nhiều cột', [Array.from({ length: 90 }, (_, at) => `c${at}`)], 'Bảng có quá 60 cột.'],
  ])('refuses whole, with one message: %s', (_name, table, message) => {
    expect(readScoreSheet(table, facts).sheets).toBeNull();
    expect(messagesOf(table)).toEqual([message]);
  });

  it('tells every problem at once, with its place', () => {
    const table = withCell(2, 7, null);
    table[5]![3] = 'khác';
    expect(readScoreSheet(table, facts).problems.map(({ row, column }) => [row, column])).toEqual([[2, 7], [6, 4]]);
  });

  it('refuses a table without a source or with an end before its beginning', () => {
    expect(messagesOf(rows(), { ...facts, source: ' ' })).toEqual(['Cần ghi chuẩn nghèo, phiên bản phiếu và nguồn của bảng điểm.']);
    expect(messagesOf(rows(), { ...facts, validTo: '2026-08-31' })).toEqual(['Ngày hết hiệu lực không được trước ngày bắt đầu.']);
  });

  it('never throws and never accepts by half, whatever is pasted', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, ...header));
    const mangled = fc.record({ row: fc.integer({ min: 1, max: 8 }), column: fc.integer({ min: 1, max: 10 }), cell });
    fc.assert(fc.property(fc.oneof(fc.array(fc.array(cell)), fc.array(mangled, { maxLength: 3 }).map(list => list.reduce((table, one) => {
      table[one.row - 1]![one.column - 1] = one.cell;
      return table;
    }, rows()))), table => {
      const read = readScoreSheet(table, facts);
      expect(read.sheets === null).toBe(read.problems.length > 0);
      for (const sheet of read.sheets ?? []) for (const item of sheet.items) expect(Number.isInteger(item.points)).toBe(true);
    }), { numRuns: 1_000 });
  });
});

describe('a score', () => {
  it('adds up what was ticked and counted, in the order of the sheet', () => {
    const { score } = scoreOf(rural, new Map<string, boolean | number>([['3.1', 3], ['2.1', true], ['1.2', true], ['2.2', false]]));
    expect([score!.points, score!.counted.map(one => [one.item, one.count, one.points])]).toEqual([82, [['1.2', 1, 55], ['2.1', 1, 15], ['3.1', 3, 12]]]);
    expect(scoreOf(urban, new Map([['1.3', true]])).score!.points).toBe(0);
  });

  it('is refused with every fault of the answers', () => {
    const result = scoreOf(rural, new Map<string, boolean | number>([['9.9', true], ['1.1', true], ['1.2', true], ['3.1', -1], ['2.1', 2]]));
    expect(result.score).toBeNull();
    expect(result.problems.map(one => [one.fault, one.item, one.group, one.message])).toEqual([
      ['UNKNOWN_ITEM', '9.9', null, 'Phiếu không có mục 9.9; kiểm tra lại mã mục hoặc phiên bản phiếu.'],
      ['NOT_A_COUNT', '3.1', 'Chăn nuôi', 'Mục 3.1 (Trâu, bò) cần ghi số lượng là số nguyên từ 0.'],
      ['NOT_A_TICK', '2.1', 'Tài sản', 'Mục 2.1 (Xe máy) chỉ đánh dấu có hoặc không.'],
      ['TWO_OF_ONE', null, 'Số nhân khẩu', 'Nhóm "Số nhân khẩu" chỉ chọn một mục; đang chọn 1.1 (Hộ có 1 người), 1.2 (Hộ có 2 người).'],
    ]);
    expect(scoreOf(rural, new Map()).problems.map(one => one.message)).toEqual(['Nhóm "Số nhân khẩu" chưa có mục nào được chọn.']);
  });

  it('is the sum over its items whatever is answered, and never falls with one more', () => {
    const answers = fc.record({ size: fc.constantFrom('1.1', '1.2', '1.3'), goods: fc.subarray(['2.1', '2.2']), cattle: fc.nat(50) });
    fc.assert(fc.property(answers, ({ size, goods, cattle }) => {
      const pointsOf = (count: number) => scoreOf(rural, new Map<string, boolean | number>([['3.1', count], [size, true], ...goods.map(code => [code, true] as const)])).score!;
      const score = pointsOf(cattle);
      expect(score.points).toBe(score.counted.reduce((sum, one) => sum + one.points, 0));
      expect(pointsOf(cattle + 1).points).toBe(score.points + 4);
    }));
  });
});

describe('the method in force', () => {
  const [current, next] = standardsOnFile() as [Standard, Standard];
  const asked = (...[standard, list, day, region]: Parameters<typeof methodInForce>) => {
    const { method, reason, message } = methodInForce(standard, list, day, region);
    return [method, reason, message];
  };

  it('is income until a sheet is in force, and says why', () => {
    expect(asked(current, [], '2026-09-08')).toEqual(['INCOME', 'NO_SHEET', 'Đang xét theo thu nhập bình quân đầu người vì chưa nhập phiếu chấm điểm thu nhập của chuẩn này.']);
    expect(asked(current, sheets, '2026-08-31')).toEqual(['INCOME', 'SHEET_NOT_YET_IN_FORCE', 'Đang xét theo thu nhập bình quân đầu người vì phiếu chấm điểm Phiếu thử đến ngày 01/9/2026 mới có hiệu lực.']);
    expect(asked(current, sheets, '2026-09-01')).toEqual(['POINTS', 'SHEET_IN_FORCE', 'Đang xét theo phiếu chấm điểm Phiếu thử, có hiệu lực từ ngày 01/9/2026.']);
    expect(asked(current, [{ ...rural, validTo: '2026-10-01' }], '2026-10-02')).toEqual(['INCOME', 'SHEET_ENDED', 'Đang xét theo thu nhập bình quân đầu người vì phiếu chấm điểm Phiếu thử đã hết hiệu lực.']);
    expect(asked(next, sheets, '2027-01-01').slice(0, 2)).toEqual(['INCOME', 'NO_POINTS_IN_STANDARD']);
  });

  it('asks for the household\'s own region, and takes the sheet that began last', () => {
    expect(asked(current, [rural], '2026-09-08', 'Thành thị')[1]).toBe('NO_SHEET');
    const newer = { ...rural, code: 'mới', validFrom: '2026-10-01' };
    expect(methodInForce(current, [rural, newer], '2026-09-30').sheet).toBe(rural);
    expect(methodInForce(current, [rural, newer], '2026-10-01').sheet).toBe(newer);
  });

  it('judges a standard surveyed ahead of its time as on its first day', () => {
    const ahead = { ...next, points: current.points };
    expect(asked(ahead, [{ ...rural, standard: next.code, validFrom: '2027-01-01', validTo: null }], '2026-11-15')[0]).toBe('POINTS');
  });
});
