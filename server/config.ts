import { resolve } from 'node:path';
import * as v from 'valibot';

/** Every setting of the system, already checked. `database` is missing when the embedded server is to be used. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database?: { readonly url: string; readonly adminUrl: string };
  /** Absolute. */
  readonly dataFolder: string;
  readonly executor: 'jit' | 'reference';
  /** Only the web's own documents are answered. */
  readonly persistedOnly: boolean;
  /** X-Forwarded-Proto and X-Forwarded-For are believed. */
  readonly trustProxy: boolean;
  /** yyyy-mm-dd; stands in for today in Asia/Ho_Chi_Minh. */
  readonly clockDay?: string;
  /** Demonstration households and accounts are made. */
  readonly demo: boolean;
  /** Takes the place of the random first passwords. */
  readonly firstPassword?: string;
  readonly logLevel: string;
  /** Notices go out by mail; without it they do not. */
  readonly mail?: { readonly url: string; readonly from: string; /** In Vietnam, 0–23. */ readonly digestHour: number };
  /** scheme://host[:port] under which browsers reach the system. */
  readonly publicOrigin?: string;
  /** Seals the secrets of second factors; without it a key file in the data folder does. */
  readonly secretKey?: string;
  /** The identity provider by which people may sign in too. */
  readonly provider?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly label: string; readonly matchClaim?: string };
}

/** The settings cannot be used; `message` has a line for each, beginning with its name, and never a secret value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Settings = Readonly<Record<string, string | undefined>>;

const flag = (byDefault: boolean) =>
  v.optional(v.pipe(v.picklist(['true', 'false'], 'chỉ nhận true hoặc false'), v.transform(text => text === 'true')), `${byDefault}`);

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65535;

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function isDatabaseAddress(text: string): boolean {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  return !!address && /^postgres(ql)?:$/.test(address.protocol) && address.username !== '' && address.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** An issuer, and who we are to it, go together; and beyond this machine the provider has to know where to send people back. */
function providerProblems({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret }: Settings): string[] {
  const given = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret }, missing = Object.entries(given).filter(([, text]) => !text);
  return missing.length === 3 ? [] : missing.map(([name]) => `${name}: còn thiếu; OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET phải đặt cùng nhau`);
}

const databaseAddress = v.optional(
  v.pipe(v.string(), v.check(isDatabaseAddress, 'phải có dạng postgres://tài-khoản:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu')),
);

const isMailServer = (text: string): boolean => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';

const settingsSchema = v.object({
  PORT: v.optional(v.pipe(v.string(), v.check(isPort, 'phải là số nguyên từ 0 đến 65535'), v.transform(Number)), '4000'),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'phải là tên máy hoặc địa chỉ IP')), '127.0.0.1'),
  DATABASE_URL: databaseAddress,
  DATABASE_ADMIN_URL: databaseAddress,
  DATA_FOLDER: v.optional(v.string(), '.data'),
  EXECUTOR: v.optional(v.picklist(['jit', 'reference'], 'chỉ nhận jit hoặc reference'), 'jit'),
  PERSISTED_ONLY: flag(false),
  TRUST_PROXY: flag(false),
  CLOCK_DAY: v.optional(v.pipe(v.string(), v.check(isDay, 'phải là một ngày có thật, dạng yyyy-mm-dd'))),
  DEMO: flag(true),
  FIRST_PASSWORD: v.optional(v.pipe(v.string(), v.minLength(12, 'phải có ít nhất 12 ký tự'), v.maxLength(200, 'dài quá 200 ký tự'))),
  LOG_LEVEL: v.optional(
    v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'chỉ nhận fatal, error, warn, info, debug, trace hoặc silent'),
    'info',
  ),
  SMTP_URL: v.optional(v.pipe(v.string(), v.check(isMailServer, 'phải có dạng smtp://máy:cổng hoặc smtps://tài-khoản:mật-khẩu@máy:cổng'))),
  MAIL_FROM: v.optional(v.pipe(v.string(), v.regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'phải là một địa chỉ thư, như "Giảm nghèo <giamngheo@example.vn>"'))),
  MAIL_DIGEST_HOUR: v.optional(v.pipe(v.string(), v.regex(/^([01]?\d|2[0-3])$/, 'phải là giờ từ 0 đến 23'), v.transform(Number)), '7'),
  PUBLIC_ORIGIN: v.optional(v.pipe(v.string(), v.check(isOrigin, 'phải có dạng https://tên-miền, không có đường dẫn'))),
  SECRET_KEY: v.optional(v.pipe(v.string(), v.minLength(32, 'phải có ít nhất 32 ký tự'), v.maxLength(500, 'dài quá 500 ký tự'))),
  OIDC_ISSUER: v.optional(v.pipe(v.string(), v.check(isIssuer, 'phải là địa chỉ https:// (hoặc http:// trên chính máy này)'))),
  OIDC_CLIENT_ID: v.optional(v.string()),
  OIDC_CLIENT_SECRET: v.optional(v.string()),
  OIDC_LABEL: v.optional(v.pipe(v.string(), v.maxLength(60, 'dài quá 60 ký tự')), 'tài khoản định danh của tỉnh'),
  OIDC_MATCH_CLAIM: v.optional(v.pipe(v.string(), v.regex(/^\w{1,60}$/, 'phải là tên một trường, như preferred_username'))),
});

/** The two logins go together and differ: one alone would quietly start the embedded server, one twice would void row security. */
function loginProblems(settings: Settings): string[] {
  const { DATABASE_URL: app, DATABASE_ADMIN_URL: admin } = settings;
  if (!app && !admin) return [];
  if (!app) return ['DATABASE_URL: còn thiếu; đã đặt DATABASE_ADMIN_URL thì phải đặt cả hai'];
  if (!admin) return ['DATABASE_ADMIN_URL: còn thiếu; đã đặt DATABASE_URL thì phải đặt cả hai'];
  if (!isDatabaseAddress(app) || !isDatabaseAddress(admin)) return [];
  const [appAddress, adminAddress] = [new URL(app), new URL(admin)];
  const problems: string[] = [];
  if (appAddress.username !== 'app_user') problems.push('DATABASE_URL: tài khoản phải là app_user');
  if (!appAddress.password) problems.push('DATABASE_URL: còn thiếu mật khẩu của app_user');
  if (adminAddress.username === 'app_user') problems.push('DATABASE_ADMIN_URL: phải là tài khoản quản trị, không phải app_user');
  if (appAddress.pathname !== adminAddress.pathname) problems.push('DATABASE_ADMIN_URL: phải cùng cơ sở dữ liệu với DATABASE_URL');
  return problems;
}

/** Mail needs a sender, and an origin for its links. */
function mailProblems({ SMTP_URL: url, MAIL_FROM: from, PUBLIC_ORIGIN: origin }: Settings): string[] {
  if (!url) return from ? ['SMTP_URL: còn thiếu; đã đặt MAIL_FROM thì phải đặt cả hai'] : [];
  return [...(from ? [] : ['MAIL_FROM: còn thiếu; đã đặt SMTP_URL thì phải đặt cả hai']), ...(origin ? [] : ['PUBLIC_ORIGIN: còn thiếu; thư cần địa chỉ này để dẫn đến hệ thống'])];
}

/** Checks all settings at once; an empty one counts as not set. Throws ConfigError naming every bad or missing setting. */
export function readConfig(env: Settings): Config {
  const given: Settings = Object.fromEntries(Object.entries(env).filter(([, text]) => text !== undefined && text !== ''));
  const { success, output, issues } = v.safeParse(settingsSchema, given, { abortPipeEarly: true });
  const problems = [...(issues ?? []).map(issue => `${v.getDotPath(issue)}: ${issue.message}`), ...loginProblems(given), ...mailProblems(given), ...providerProblems(given)];
  if (!success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, SMTP_URL: smtp, MAIL_FROM: from, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_MATCH_CLAIM: matchClaim } = output;
  return {
    port: output.PORT,
    host: output.HOST,
    ...(url && adminUrl && { database: { url, adminUrl } }),
    dataFolder: resolve(output.DATA_FOLDER),
    executor: output.EXECUTOR,
    persistedOnly: output.PERSISTED_ONLY,
    trustProxy: output.TRUST_PROXY,
    demo: output.DEMO,
    logLevel: output.LOG_LEVEL,
    ...(output.CLOCK_DAY && { clockDay: output.CLOCK_DAY }),
    ...(output.FIRST_PASSWORD && { firstPassword: output.FIRST_PASSWORD }),
    ...(smtp && from && { mail: { url: smtp, from, digestHour: output.MAIL_DIGEST_HOUR } }),
    ...(output.PUBLIC_ORIGIN && { publicOrigin: output.PUBLIC_ORIGIN }),
    ...(output.SECRET_KEY && { secretKey: output.SECRET_KEY }),
    ...(issuer && clientId && clientSecret && { provider: { issuer, clientId, clientSecret, label: output.OIDC_LABEL, ...(matchClaim && { matchClaim }) } }),
  };
}

/** The settings of this process. Throws ConfigError. */
export const processConfig = (): Config => readConfig(process.env);
