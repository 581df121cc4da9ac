import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Door } from '../database/session.js';
import type { SecretBox } from './secret-box.js';
import { confirmFactor, insertFactor, selectFactor, takeRecoveryCode, takeStep } from './totp.query.js';

const period = 30, window = 1; // seconds; steps before and after the present one that a device's clock may be off
const recoveryCodes = 10;
// Without 0 O 1 I L and the like: it is copied from paper.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const aboutOf = (accountId: number): string => `account ${accountId}`;
const totpOf = (secret: Buffer, login: string): TOTP =>
  new TOTP({ issuer: 'Giảm nghèo Lào Cai', label: login, secret: Secret.fromHex(secret.toString('hex')), algorithm: 'SHA1', digits: 6, period });

/** Blanks and dashes are the reader's; case is nobody's. */
const plain = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();
const hashOfCode = (accountId: number, code: string): Buffer => createHash('sha256').update(`recovery ${accountId} ${plain(code)}`).digest();
/** 12 letters, 59 bits, in groups of four. */
const newRecoveryCode = (): string => Array.from({ length: 12 }, (_, at) => (at > 0 && at % 4 === 0 ? '-' : '') + alphabet[randomInt(alphabet.length)]).join('');

export interface Setup { readonly secret: string; readonly uri: string }
export interface FactorState { readonly isOn: boolean; readonly enabledAt: string | null; readonly codesLeft: number }

/** The second factor of accounts; see RFC 6238. Secrets leave the box only to be compared with. */
export interface SecondFactor {
  stateOf(accountId: number): Promise<FactorState>;
  /** A new secret for the account's device; null when the factor is on. */
  begin(accountId: number, login: string): Promise<Setup | null>;
  /** Turns it on by the device's first code; the recovery codes are seen here only. Null when the code is wrong or the factor is on. */
  confirm(accountId: number, code: string): Promise<readonly string[] | null>;
  /** True once for each code: of the device within a step of now, or one of the recovery codes. */
  take(accountId: number, code: string): Promise<boolean>;
}

export function createSecondFactor(source: Door['source'], box: SecretBox, now: () => number = Date.now): SecondFactor {
  const stepOf = (sealed: Buffer, accountId: number, code: string): number | null => {
    if (!/^\d{6}$/.test(plain(code))) return null;
    const timestamp = now(), delta = totpOf(box.open(sealed, aboutOf(accountId)), '').validate({ token: plain(code), window, timestamp });
    return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
  };
  return {
    async stateOf(accountId) {
      const factor = await selectFactor(source, accountId);
      return factor?.isConfirmed ? { isOn: true, enabledAt: factor.enabledAt, codesLeft: factor.codesLeft } : { isOn: false, enabledAt: null, codesLeft: 0 };
    },
    async begin(accountId, login) {
      const secret = new Secret({ size: 20 });
      const bytes = Buffer.from(secret.hex, 'hex');
      if (!await insertFactor(source, accountId, box.seal(bytes, aboutOf(accountId)))) return null;
      return { secret: secret.base32, uri: totpOf(bytes, login).toString() };
    },
    async confirm(accountId, code) {
      const factor = await selectFactor(source, accountId);
      const step = factor && !factor.isConfirmed ? stepOf(factor.secret, accountId, code) : null;
      if (step === null) return null;
      const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
      return (await confirmFactor(source, accountId, step, codes.map(one => hashOfCode(accountId, one)))) ? codes : null;
    },
    async take(accountId, code) {
      const factor = await selectFactor(source, accountId);
      if (!factor?.isConfirmed || code.length > 40) return false;
      const step = stepOf(factor.secret, accountId, code);
      return step === null ? takeRecoveryCode(source, accountId, hashOfCode(accountId, code)) : takeStep(source, accountId, step);
    },
  };
}
