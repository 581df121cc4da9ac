import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const noun = (lines: string, options = '{ rows: {} }'): string => `import { resource } from '../../server/access/resource.js';
interface Noun { id: number; name: string; describe(): string }
export const nounAccess = resource<Noun>('Noun', 'noun', ${options}, { ${lines} });
`;
const id = "id: ['rf', 'rf', 'rf', 'rf', '']", name = "name: ['rfacu', 'r', '', '', '']";
/** A table of the system as it stands, moved to where the fixtures are. */
const real = readFileSync('server/household/deprivation.access.ts', 'utf8').replaceAll("'./", "'../../server/household/").replaceAll("'../access", "'../../server/access");
const shorter = real.replace(/^ +measure: .*\n/m, '');

const tables = {
  whole: noun(`${id}, ${name}`), lineMissing: noun(id), lineTooMuch: noun(`${id}, ${name}, secret: ['r', '', '', '', '']`), kindMissing: noun(`${id}, name: ['r', '', '', '']`),
  unknownVerb: noun(`${id}, name: ['rx', '', '', '', '']`), otherOrder: noun(`${id}, name: ['fr', '', '', '', '']`),
  unknownSource: noun(`${id}, ${name}`, "{ rows: {}, sources: { nmae: { from: 'column', column: 'x' } } }"), real, shorter,
};

let folder: string, said: Map<string, string>;
beforeAll(async () => {
  mkdirSync('build', { recursive: true });
  folder = mkdtempSync('build/access-');
  for (const [file, text] of Object.entries(tables)) writeFileSync(join(folder, `${file}.ts`), text);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }));
  const output = await new Promise<string>(done => void execFile(process.execPath, ['node_modules/typescript7/bin/tsc', '-p', folder, '--pretty', 'false'], (_error, stdout, stderr) => done(stdout + stderr)));
  // An error begins with its file; indented lines go on with it.
  said = new Map(Object.keys(tables).map(file => [file, output.split(/\n(?=\S)/).filter(error => error.includes(`/${file}.ts(`)).join('\n')]));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an access table', () => {
  it('compiles with one line a field', () => expect(said.get('whole')).toBe(''));
  it('does not compile without the line of a field, which the compiler names', () => expect(said.get('lineMissing')).toMatch(/error TS\d+[\s\S]*'name'/));
  it('does not compile with a line for no field', () => expect(said.get('lineTooMuch')).toMatch(/error TS\d+[\s\S]*'secret'/));
  it('does not compile with a portal kind left out', () => expect(said.get('kindMissing')).toMatch(/error TS\d+/));
  it('does not compile with a verb that does not exist', () => expect(said.get('unknownVerb')).toMatch(/error TS\d+[\s\S]*"rx"/));
  it('does not compile with verbs in another order', () => expect(said.get('otherOrder')).toMatch(/error TS\d+[\s\S]*"fr"/));
  it('does not compile with a source for a field that is not there', () => expect(said.get('unknownSource')).toMatch(/error TS\d+[\s\S]*'nmae'/));
  it('of the system compiles as it stands', () => expect(said.get('real')).toBe(''));
  it('of the system does not compile with one line removed', () => {
    expect(shorter).not.toBe(real);
    expect(said.get('shorter')).toMatch(/error TS\d+[\s\S]*'measure'/);
  });
});
