import { randomInt } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';

/** In characters. The upper bound keeps hashing cheap for us; nobody remembers more. */
export const passwordLength = { least: 12, most: 128 } as const;

/** How often a password was checked since the process began; tests read from it that unknown and known logins cost the same. */
export const passwordMetrics = { verifications: 0 };

// Argon2id, 19 MiB, two passes, one lane.
const cost: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Input methods compose Vietnamese letters in different ways; the same word must hash alike from every keyboard.
const composed = (password: string): string => password.normalize('NFC');

/** Argon2id in PHC form, with a random salt. */
export const hashPassword = (password: string): Promise<string> => hash(composed(password), cost);

let standIn: Promise<string> | undefined;

/**
 * Exactly one verification, also where there is nobody: with no hash it runs against a stand-in and is false,
 * so that the time taken does not tell which logins exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await (standIn ??= hashPassword(randomPassword())));
  passwordMetrics.verifications++;
  const matches = await verify(against, composed(password));
  return matches && passwordHash !== null;
}

/** Too long to be looked at; refused before any hashing. */
export const isTooLong = (password: string): boolean => password.length > passwordLength.most;

/** What is wrong with a new password, in words for its owner; null when nothing is. `current` is the password it replaces. */
export function passwordProblem(next: string, current: string, login: string): string | null {
  if (isTooLong(next)) return `Mật khẩu mới dài quá ${passwordLength.most} ký tự. Hãy đặt mật khẩu ngắn hơn.`;
  if ([...composed(next)].length < passwordLength.least) return `Mật khẩu mới phải có ít nhất ${passwordLength.least} ký tự. Hãy đặt mật khẩu dài hơn.`;
  if (composed(next).toLowerCase() === login) return 'Mật khẩu mới không được trùng tên đăng nhập. Hãy đặt mật khẩu khác.';
  if (composed(next) === composed(current)) return 'Mật khẩu mới phải khác mật khẩu hiện tại. Hãy đặt mật khẩu khác.';
  return null;
}

// Without 0 O o, 1 I l and the like: it is read from a screen or a sheet of paper.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

/** 16 letters, over 90 bits: a first password, to be changed by its owner. */
export const randomPassword = (): string => Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
