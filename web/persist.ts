// Persisted operations: each generated document carries the sha-256 of its own text, and schema/operations.json
// lists hash → text for the server. Both come out of one run of the code generator, so they cannot differ.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, print, visit, type DocumentNode, type FieldNode } from 'graphql';

const web = import.meta.dirname;
const manifest = join(web, '../schema/operations.json');
const generatedDocument = /^(export const \w+Document = )(\{.*\})( as unknown as .*)$/gm;

/**
 * A generated file as it is kept: every document selects `__typename` in each selection set but an operation's own
 * (as the client's cache does when it sends) and carries the hash of that text. Other files come back untouched.
 */
export function asPersisted(path: string, content: string): string {
  if (!path.endsWith('.generated.ts')) return content;
  return content.replace(generatedDocument, (_line, before: string, json: string, after: string) => {
    const document = withTypenames(JSON.parse(json) as DocumentNode);
    return `${before}${JSON.stringify({ hash: sha256(print(document)), ...document })}${after}`;
  });
}

/** Writes schema/operations.json from every generated document under web/, sorted by hash. */
export function writeManifest(): void {
  const operations: Record<string, string> = {};
  for (const file of generatedFiles()) {
    for (const [, , json] of readFileSync(file, 'utf8').matchAll(generatedDocument)) {
      const { hash, ...document } = JSON.parse(json ?? '') as DocumentNode & { hash: string };
      operations[hash] = print(document as DocumentNode);
    }
  }
  const sorted = Object.fromEntries(Object.entries(operations).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(manifest, `${JSON.stringify(sorted, null, 2)}\n`);
}

function generatedFiles(): string[] {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).map((name) => join(web, name));
  const sources = new Set(files.filter((name) => name.endsWith('.graphql')));
  return files.filter((name) => name.endsWith('.generated.ts') && sources.has(name.replace(/\.generated\.ts$/, '.graphql')));
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: (node, _key, parent) =>
      parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...node, selections: [...node.selections, typename] },
  });
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
