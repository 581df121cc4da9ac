import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../../server/config.js';

const url = 'postgres://app_user:secret@db:5432/province';
const adminUrl = 'postgres://postgres:secret@db:5432/province';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('the settings were accepted');
}

describe('settings', () => {
  it('are complete when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataFolder: resolve('.data'),
      executor: 'jit',
      persistedOnly: false,
      trustProxy: false,
      demo: true,
      logLevel: 'info',
    });
  });

  it('take each value that is set', () => {
    const config = readConfig({
      PORT: '0', HOST: '0.0.0.0', DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, DATA_FOLDER: '/srv/data', EXECUTOR: 'reference',
      PERSISTED_ONLY: 'true', TRUST_PROXY: 'true', CLOCK_DAY: '2026-09-08', DEMO: 'false', FIRST_PASSWORD: 'mot-mat-khau-dai',
      LOG_LEVEL: 'warn', PUBLIC_ORIGIN: 'https://giamngheo.example.vn',
    });
    expect(config).toEqual({
      port: 0, host: '0.0.0.0', database: { url, adminUrl }, dataFolder: resolve('/srv/data'), executor: 'reference', persistedOnly: true,
      trustProxy: true, clockDay: '2026-09-08', demo: false, firstPassword: 'mot-mat-khau-dai', logLevel: 'warn',
      publicOrigin: 'https://giamngheo.example.vn',
    });
  });

  it('count as not set when empty', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', DATABASE_ADMIN_URL: '', CLOCK_DAY: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', '70000', 'PORT: phải là số nguyên từ 0 đến 65535'],
    ['PORT', '4e3', 'PORT: phải là số nguyên từ 0 đến 65535'],
    ['HOST', 'http://x', 'HOST: phải là tên máy hoặc địa chỉ IP'],
    ['EXECUTOR', 'fast', 'EXECUTOR: chỉ nhận jit hoặc reference'],
    ['PERSISTED_ONLY', 'yes', 'PERSISTED_ONLY: chỉ nhận true hoặc false'],
    ['TRUST_PROXY', '1', 'TRUST_PROXY: chỉ nhận true hoặc false'],
    ['DEMO', 'off', 'DEMO: chỉ nhận true hoặc false'],
    ['CLOCK_DAY', '2026-02-30', 'CLOCK_DAY: phải là một ngày có thật, dạng yyyy-mm-dd'],
    ['CLOCK_DAY', '08/09/2026', 'CLOCK_DAY: phải là một ngày có thật, dạng yyyy-mm-dd'],
    ['FIRST_PASSWORD', 'short', 'FIRST_PASSWORD: phải có ít nhất 12 ký tự'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: chỉ nhận fatal, error, warn, info, debug, trace hoặc silent'],
    ['PUBLIC_ORIGIN', 'https://x.vn/cong', 'PUBLIC_ORIGIN: phải có dạng https://tên-miền, không có đường dẫn'],
  ])('refuse %s=%s by name', (name, value, message) => {
    expect(refusal({ [name]: value })).toBe(message);
  });

  it('are all named at once when several are bad', () => {
    expect(refusal({ PORT: 'x', DEMO: 'x' }).split('\n')).toEqual([
      'PORT: phải là số nguyên từ 0 đến 65535',
      'DEMO: chỉ nhận true hoặc false',
    ]);
  });
});

describe('database logins', () => {
  it('go together', () => {
    expect(refusal({ DATABASE_URL: url })).toBe('DATABASE_ADMIN_URL: còn thiếu; đã đặt DATABASE_URL thì phải đặt cả hai');
    expect(refusal({ DATABASE_ADMIN_URL: adminUrl })).toBe('DATABASE_URL: còn thiếu; đã đặt DATABASE_ADMIN_URL thì phải đặt cả hai');
  });

  it('are two different ones on the same database', () => {
    expect(refusal({ DATABASE_URL: adminUrl, DATABASE_ADMIN_URL: adminUrl })).toBe('DATABASE_URL: tài khoản phải là app_user');
    expect(refusal({ DATABASE_URL: url, DATABASE_ADMIN_URL: url })).toBe('DATABASE_ADMIN_URL: phải là tài khoản quản trị, không phải app_user');
    expect(refusal({ DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl.replace('province', 'other') })).toBe('DATABASE_ADMIN_URL: phải cùng cơ sở dữ liệu với DATABASE_URL');
  });

  it('never stand in a message', () => {
    expect(refusal({ DATABASE_URL: 'mysql://app_user:secret@db/province', DATABASE_ADMIN_URL: adminUrl })).not.toContain('secret');
    expect(refusal({ FIRST_PASSWORD: 'secret' })).not.toContain('secret');
  });
});
