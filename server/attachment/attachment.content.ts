import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromBuffer } from 'file-type';
import { FileRefused } from '../file/stored-file.service.js';
import { openPackage } from '../workbook/package.js';
import { usualLimits, WorkbookRefused } from '../workbook/refused.js';
import { readImage, type ImageType } from './attachment.image.js';

export interface ContentLimits { readonly imageBytes: number; readonly imagePoints: number; readonly documentBytes: number }

const taken = 'Hệ thống nhận ảnh JPEG, PNG, WebP và tài liệu PDF, Word (.docx), Excel (.xlsx).';
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
const isImage = (type: string): type is ImageType => type === 'image/jpeg' || type === 'image/png' || type === 'image/webp';

/** Where the office's main part lies, and the type that it declares: one of a template or with macros is another. */
const offices = [
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', part: 'word/document.xml', declared: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', part: 'xl/workbook.xml', declared: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' },
] as const;

/** Of what people are likely to send, the name that they know it by. */
const names: Readonly<Record<string, string>> = {
  exe: 'chương trình chạy trên Windows (.exe)', elf: 'chương trình chạy trên Linux', macho: 'chương trình chạy trên macOS', heic: 'ảnh HEIC của iPhone', avif: 'ảnh AVIF', gif: 'ảnh GIF', tif: 'ảnh TIFF', bmp: 'ảnh BMP',
  mp4: 'phim MP4', mov: 'phim MOV', mp3: 'âm thanh MP3', m4a: 'âm thanh M4A', cfb: 'tệp Word, Excel kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu', rtf: 'văn bản RTF', rar: 'tệp nén RAR', '7z': 'tệp nén 7z', xml: 'tệp XML hoặc hình SVG',
};
const hints: Readonly<Record<string, string>> = {
  heic: ' Trình duyệt không hiện được ảnh HEIC: hãy chọn lại ảnh từ thư viện của máy để màn hình này chuyển sang JPEG.', cfb: ' Hãy mở tệp, chọn Lưu thành, kiểu .docx, .xlsx hoặc PDF rồi gửi lại.', rtf: ' Hãy lưu thành .docx hoặc PDF rồi gửi lại.',
};

/** Text has no signature: what it begins with says what it is. */
function textName(beginning: Buffer): string {
  const text = beginning.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase();
  if (text.startsWith('#!')) return 'tập lệnh chạy được';
  if (/<svg[\s>]/.test(text)) return 'hình SVG';
  if (/<(!doctype html|html|head|body|script|iframe)[\s>]/.test(text)) return 'trang web (HTML)';
  return beginning.length > 0 && !beginning.includes(0) ? 'văn bản thuần' : 'tệp không rõ loại';
}

const refuse = (found: string, hint = ''): never => { throw new FileRefused('NOT_TAKEN', `Tệp này là ${found} nên không được nhận. ${taken}${hint}`); };

const officeMessages: Readonly<Record<string, string>> = {
  MACROS: 'Tệp chứa macro nên không được nhận. Hãy lưu thành .docx hoặc .xlsx không có macro, hoặc PDF, rồi gửi lại.',
  EMBEDDED: 'Tệp có tệp khác nhúng bên trong nên không được nhận. Hãy xóa đối tượng nhúng hoặc lưu thành PDF rồi gửi lại.',
  BOMB: 'Nội dung nén trong tệp lớn bất thường nên không được mở. Hãy lưu thành PDF rồi gửi lại.',
  ENCRYPTED: 'Tệp được đặt mật khẩu nên không xem được. Hãy bỏ mật khẩu rồi gửi lại.',
};

/** Every part is inflated and counted: what a directory declares is believed by nobody. */
async function readOffice(path: string, { documentBytes }: ContentLimits): Promise<string> {
  try {
    const parts = await openPackage(path, { ...usualLimits, fileBytes: documentBytes });
    try {
      const office = offices.find(({ part }) => parts.has(part));
      if (!office || !parts.has('[Content_Types].xml')) return refuse('tệp nén');
      let inflated = 0;
      for (const name of parts.names) await pipeline(await parts.stream(name), new Writable({
        write(chunk: Buffer, _encoding, done) { inflated += chunk.length; done(inflated > usualLimits.inflatedBytes ? new WorkbookRefused('BOMB', 'inflated size') : null); },
      }));
      const declares = await parts.text('[Content_Types].xml');
      if (/macroEnabled|vbaProject/i.test(declares)) throw new WorkbookRefused('MACROS', 'declared');
      return declares.includes(`"${office.declared}"`) ? office.type : refuse('mẫu hoặc tệp Office kiểu khác');
    } finally {
      parts.close();
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const code = error instanceof WorkbookRefused ? error.code : 'DAMAGED';
    throw new FileRefused('NOT_TAKEN', officeMessages[code] ?? 'Tệp bị hỏng hoặc gửi chưa trọn vẹn. Hãy mở thử tệp trên máy, lưu lại rồi gửi lại.');
  }
}

/** An image may be opened by every browser, and says nothing of where it was taken: a person's position is sensitive data (NĐ 356/2025). */
async function readPicture(path: string, type: ImageType, size: number, { imageBytes, imagePoints }: ContentLimits): Promise<string> {
  if (size > imageBytes) throw new FileRefused('TOO_LARGE', `Ảnh lớn ${megabytes(size)}, nhiều nhất ${megabytes(imageBytes)}. Hãy chọn ảnh tại màn hình nhập để được thu nhỏ rồi gửi lại.`);
  const file = await open(path);
  const facts = await file.readFile().then(bytes => readImage(bytes, type)).finally(() => file.close());
  if (!facts) throw new FileRefused('NOT_TAKEN', 'Ảnh bị hỏng hoặc gửi chưa trọn vẹn. Hãy mở thử ảnh trên máy rồi gửi lại.');
  if (facts.width * facts.height > imagePoints) throw new FileRefused('TOO_LARGE', `Ảnh có ${facts.width} × ${facts.height} điểm, quá lớn để mở trên máy cơ sở. Hãy thu nhỏ ảnh rồi gửi lại.`);
  if (facts.tellsPlace) throw new FileRefused('TELLS_PLACE', 'Ảnh còn ghi vị trí chụp (GPS), là dữ liệu nhạy cảm nên không được giữ. Hãy chọn ảnh tại màn hình nhập để vị trí được xóa, hoặc xóa vị trí khỏi ảnh rồi gửi lại.');
  return type;
}

/**
 * The media type of a file that lies whole at `path`, by its content alone. Throws FileRefused, naming what was found and what is taken, for
 * everything else: programs, pages, pictures with script or position, macros, archives that swell.
 */
export async function judgeContent(path: string, size: number, limits: ContentLimits): Promise<string> {
  const file = await open(path);
  const beginning = Buffer.alloc(Math.min(size, 4100));
  await file.read(beginning, 0, beginning.length, 0).finally(() => file.close());
  if (size === 0) throw new FileRefused('NOT_TAKEN', 'Tệp rỗng. Hãy chọn lại tệp.');
  if (beginning.toString('latin1', 0, 4) === 'PK\x03\x04') return readOffice(path, limits);
  const found = await fileTypeFromBuffer(beginning).catch(() => undefined);
  if (found && isImage(found.mime)) return readPicture(path, found.mime, size, limits);
  // A viewer looks for the mark further in, too; here it stands where it belongs.
  if (found?.mime === 'application/pdf' && beginning.toString('latin1', 0, 5) === '%PDF-') return found.mime;
  const ext = found?.ext === 'heif' || found?.ext === 'heics' ? 'heic' : found?.ext ?? '';
  return ext === '' || (ext === 'xml' && /<svg[\s>]/i.test(beginning.toString('latin1'))) ? refuse(textName(beginning)) : refuse(names[ext] ?? `tệp .${ext}`, hints[ext]);
}

const endings: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'], 'image/webp': ['webp'], 'application/pdf': ['pdf'], [offices[0].type]: ['docx'], [offices[1].type]: ['xlsx'],
};

/** The name with an ending that its content deserves: "thuc-ra.exe" of a PDF is "thuc-ra.exe.pdf". */
export function nameAs(name: string, mediaType: string): string {
  const known = endings[mediaType] ?? [];
  return known.some(ending => name.toLowerCase().endsWith(`.${ending}`)) || !known[0] ? name : `${name.replace(/\.+$/, '').slice(-110)}.${known[0]}`;
}
