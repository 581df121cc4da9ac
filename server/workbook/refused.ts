export type RefusalCode =
  | 'EMPTY_FILE'
  | 'TOO_LARGE'
  | 'NOT_WORKBOOK'
  | 'OLD_EXCEL'
  | 'ENCRYPTED'
  | 'MACROS'
  | 'EMBEDDED'
  | 'BOMB'
  | 'UNSAFE_PATH'
  | 'UNSAFE_XML'
  | 'DAMAGED'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_SHEETS'
  | 'TOO_MANY_MERGES';

const saveAgain = 'Hãy mở tệp bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (*.xlsx)”, rồi gửi lại.';

const messages: Readonly<Record<RefusalCode, string>> = {
  EMPTY_FILE: 'Tệp rỗng. Hãy chọn lại tệp.',
  TOO_LARGE: 'Tệp quá lớn. Hãy chia danh sách thành nhiều tệp nhỏ hơn.',
  NOT_WORKBOOK: `Tệp không phải bảng tính Excel (.xlsx). ${saveAgain}`,
  OLD_EXCEL: `Tệp thuộc định dạng Excel cũ (.xls). ${saveAgain}`,
  ENCRYPTED: 'Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
  MACROS: `Tệp chứa macro nên không được nhận. ${saveAgain}`,
  EMBEDDED: 'Tệp chứa tệp khác nhúng bên trong nên không được nhận. Hãy xóa các đối tượng nhúng rồi gửi lại.',
  BOMB: `Nội dung nén trong tệp lớn bất thường nên không được mở. ${saveAgain}`,
  UNSAFE_PATH: `Tệp chứa đường dẫn không an toàn nên không được mở. ${saveAgain}`,
  UNSAFE_XML: `Tệp chứa khai báo không an toàn nên không được mở. ${saveAgain}`,
  DAMAGED: `Tệp bị hỏng hoặc tải lên chưa trọn vẹn. ${saveAgain}`,
  TOO_MANY_ROWS: 'Bảng có quá nhiều dòng. Hãy chia danh sách thành nhiều tệp.',
  TOO_MANY_COLUMNS: 'Bảng có quá nhiều cột. Hãy dùng tệp mẫu của hệ thống.',
  TOO_MANY_SHEETS: 'Tệp có quá nhiều trang tính. Hãy dùng tệp mẫu của hệ thống.',
  TOO_MANY_MERGES: 'Bảng có quá nhiều ô gộp. Hãy bỏ gộp ô trong vùng dữ liệu rồi gửi lại.',
};

/** Why a file as a whole is not taken; `message` is for the person who sent it, `detail` for the log and free of the file's contents. */
export class WorkbookRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string = code,
    more = '',
  ) {
    super(more === '' ? messages[code] : `${messages[code]} ${more}`);
    this.name = 'WorkbookRefused';
  }
}

export interface WorkbookLimits {
  readonly fileBytes: number;
  /** All parts of the package together, inflated. */
  readonly inflatedBytes: number;
  /** The table of shared texts alone, which is held in memory. */
  readonly sharedTextBytes: number;
  /** Inflated to deflated size of a part above one megabyte. */
  readonly ratio: number;
  readonly entries: number;
  readonly sheets: number;
  /** Rows that hold a value, a sheet. */
  readonly rows: number;
  /** Last column that holds a value. */
  readonly columns: number;
  readonly merges: number;
}

export const usualLimits: WorkbookLimits = {
  fileBytes: 20 * 2 ** 20,
  inflatedBytes: 256 * 2 ** 20,
  sharedTextBytes: 96 * 2 ** 20,
  ratio: 100,
  entries: 1000,
  sheets: 50,
  rows: 50_100,
  columns: 200,
  merges: 2000,
};
