import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seals what the database keeps and must not be able to read. */
export interface SecretBox {
  /** `about` names whose secret it is: sealed for one it does not open for another. */
  seal(secret: Buffer, about: string): Buffer;
  /** Throws when it was sealed with another key, for another, or was altered. */
  open(sealed: Buffer, about: string): Buffer;
}

const nonceLength = 12, tagLength = 16; // bytes, of AES-GCM

/** AES-256-GCM under a key of whatever length; the sealed form is nonce, tag, text. */
export function createSecretBox(key: Buffer): SecretBox {
  const derived = createHash('sha256').update('second factor:').update(key).digest();
  return {
    seal(secret, about) {
      const nonce = randomBytes(nonceLength), cipher = createCipheriv('aes-256-gcm', derived, nonce).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open(sealed, about) {
      const decipher = createDecipheriv('aes-256-gcm', derived, sealed.subarray(0, nonceLength), { authTagLength: tagLength }).setAAD(Buffer.from(about));
      decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
      return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]);
    },
  };
}

/** The configured key, else that of a file in the data folder, made at the first start and readable by its owner alone. */
export function secretKeyOf({ secretKey, dataFolder }: { readonly secretKey?: string; readonly dataFolder: string }): Buffer {
  if (secretKey) return Buffer.from(secretKey);
  const file = join(dataFolder, 'secret.key');
  mkdirSync(dataFolder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return readFileSync(file);
}
