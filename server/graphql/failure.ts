import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

const make = (message: string, code: string, status: number, more: object = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...more, http: { status } } });

export const unavailable = (): GraphQLError => make('Hệ thống đang bận hoặc đang khởi động lại. Dữ liệu chưa được lưu; thử lại sau ít phút.', 'UNAVAILABLE', 503);

const database: Readonly<Record<string, () => GraphQLError>> = {
  42501: () => make('Cổng của đơn vị không được dùng dữ liệu này.', 'FORBIDDEN', 403, { fields: [] }), // gate 3 said no
  57014: () => make('Truy vấn chạy quá 3 giây nên đã dừng. Thu hẹp điều kiện rồi thử lại.', 'TIMEOUT', 503),
  22021: () => make('Có ký tự không lưu được trong nội dung gửi lên.', 'BAD_USER_INPUT', 400),
  '22P05': () => make('Có ký tự không lưu được trong nội dung gửi lên.', 'BAD_USER_INPUT', 400),
};
const gone = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|57P0|53)/;

/**
 * What a client is told of an error: ours by design as they are, the database's by its code, everything else masked
 * with the request's id while the original goes to the log. Never a driver's words, which quote rows.
 */
export function publicError(error: unknown, requestId: string, log: Logger): GraphQLError {
  const graphql = error instanceof GraphQLError ? error : null;
  const original = (graphql?.originalError ?? error) as { code?: unknown; message?: string; extensions?: { code?: unknown } };
  if (graphql && typeof graphql.extensions.code === 'string' && graphql.extensions.code !== 'INTERNAL_SERVER_ERROR') return graphql;
  const code = typeof original.code === 'string' ? original.code : '';
  if (database[code]) return database[code]();
  if (gone.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(original.message ?? '')) {
    log.error({ id: requestId, code }, 'database unavailable');
    return unavailable();
  }
  log.error({ id: requestId, err: { type: (original as Error).name, code, message: redacted(original), stack: frames(original as Error) } }, 'failed');
  return make(`Hệ thống gặp lỗi, dữ liệu chưa được lưu. Báo bộ phận hỗ trợ kèm mã lỗi ${requestId}.`, 'INTERNAL', 500, { requestId });
}

/** A database error's message may quote values; its code is enough. */
const redacted = (error: { code?: unknown; message?: string }): string => (typeof error.code === 'string' && /^(?!E[A-Z]{4}$)[0-9A-Z]{5}$/.test(error.code) ? `SQLSTATE ${error.code}` : error.message ?? '');

/** Where it happened, without the first line, which repeats the message. */
const frames = ({ stack }: Error): string | undefined => stack?.split('\n').filter(line => line.startsWith('    at ')).join('\n');

const words: readonly (readonly [RegExp, string])[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)".*$/s, 'Không có trường $1 trong $2.'],
  [/^Unknown argument "(\w+)" on field "([\w.]+)".*$/s, 'Không có tham số $1 ở $2.'],
  [/^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required.*$/s, 'Trường $1 cần tham số $2.'],
  [/^Field "([\w.]+)" is not defined by type "(\w+)".*$/s, 'Không có trường $1 trong $2.'],
  [/^Variable "\$(\w+)" of required type "([^"]+)" was not provided.*$/s, 'Thiếu biến $$$1, kiểu $2.'],
  [/^Variable "\$\w+" got invalid value .* at "([^"]+)"; ?(.*)$/s, 'Giá trị gửi lên ở $1 không đúng: $2'],
  [/^Variable "\$(\w+)" got invalid value .*?; ?(.*)$/s, 'Giá trị của biến $$$1 không đúng: $2'],
  [/^Field "(\w+)" of required type "([^"]+)" was not provided\.?$/, 'thiếu trường $1 (kiểu $2).'],
  [/^Unknown operation named "(\w+)"\./, 'Trong nội dung gửi lên không có thao tác $1.'],
  [/^Must provide operation name/, 'Nội dung gửi lên có nhiều thao tác: nêu operationName.'],
  [/^Syntax Error: (.*)$/s, 'Lỗi cú pháp: $1'],
];
const detail: readonly (readonly [RegExp, string])[] = [
  [/Int cannot represent non-integer value: .*/s, 'phải là số nguyên.'],
  [/Int cannot represent non 32-bit signed integer value: .*/s, 'số quá lớn.'],
  [/(Float|Number) cannot represent non numeric value: .*/s, 'phải là số.'],
  [/String cannot represent a non string value: .*/s, 'phải là chữ.'],
  [/Boolean cannot represent a non boolean value: .*/s, 'phải là true hoặc false.'],
  [/ID cannot represent value: .*/s, 'phải là mã.'],
  [/Value "?[^"]*"? does not exist in "(\w+)" enum\.?.*/s, 'không có trong danh mục $1.'],
  [/Field "(\w+)" of required type "([^"]+)" was not provided\.?/, 'thiếu trường $1 (kiểu $2).'],
  [/Field "(\w+)" is not defined by type "(\w+)"\.?.*/s, 'không có trường $1 trong $2.'],
  [/Expected non-nullable type "([^"]+)" not to be null\.?/, 'không được để trống.'],
  [/Expected type "(\w+)" to be an object\.?/, 'phải là một đối tượng $1.'],
];

/** Graphql's own English for bad documents and variables, in Vietnamese that names the field; suggestions of names are cut. */
export function inVietnamese(message: string): string {
  const plain = message.replace(/ ?Did you mean [^?]*\?/g, '');
  for (const [pattern, text] of words) if (pattern.test(plain)) return detail.reduce((done, [from, to]) => done.replace(from, to), plain.replace(pattern, text));
  return plain;
}

/** The last look at every error before it leaves: nothing masks by default. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  if (code === undefined || code === 'INTERNAL_SERVER_ERROR') return { message: 'Hệ thống gặp lỗi, dữ liệu chưa được lưu.', extensions: { code: 'INTERNAL' } };
  // Apollo's own words for what came in a wrong shape name it and its headers.
  if (code === 'BAD_REQUEST') return { message: 'Yêu cầu gửi lên không đúng dạng. Gửi bằng POST, content-type là application/json, query là một chuỗi.', extensions: { code } };
  const { stacktrace: _hidden, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, message: inVietnamese(formatted.message), extensions };
}
