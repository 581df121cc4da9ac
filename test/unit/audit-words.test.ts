import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { policy } from '../../server/policy.js';
import { allNounWords, rowWords } from '../../server/permission/noun-words.js';
import { everyRow } from '../../server/access/rows.js';

/** The names that a catalogue of web/src/text/ has words for; the words are the web's own and are not loaded here. */
const named = (file: string, catalogue: string): Set<string> => {
  const text = readFileSync(`web/src/text/${file}`, 'utf8'), from = text.indexOf(`export const ${catalogue}`);
  return new Set([...text.slice(from, text.indexOf('\n};', from)).matchAll(/(?:^|[{,]\s*|\n\s*)'?([A-Za-z0-9.]+)'?: ['(]/g)].map(([, name]) => name!));
};

describe('words of the trail', () => {
  it('are there for every mutation', () => {
    const words = named('vi-audit.ts', 'operationWords');
    const mutations = Object.keys(policy.operations).filter(path => path.startsWith('Mutation.')).map(path => path.replace('Mutation.', ''));
    expect(mutations.filter(name => !words.has(name))).toEqual([]);
  });
  it('are there for what is written without a mutation', () => {
    const words = named('vi-audit.ts', 'operationWords');
    expect(['signIn', 'signOut', 'finishExport', 'endNewlyEscaped', 'followStandard'].filter(name => !words.has(name))).toEqual([]);
  });
});

describe('words of the matrix', () => {
  const fields = new Set([...named('vi-permission.ts', 'fieldName'), ...named('vi-permission-field.ts', 'moreFieldName')]);
  it('call every noun by a name, and say what it is and by what ground', () => {
    const nouns = named('vi-permission.ts', 'noun');
    expect(policy.nouns.map(({ type }) => type).filter(type => !nouns.has(type) || !allNounWords[type]?.what || !allNounWords[type]?.ground)).toEqual([]);
  });
  it('call every field by a name', () => {
    expect(policy.nouns.flatMap(({ type, fields: lines }) => [...lines.keys()].filter(field => !fields.has(field) && !fields.has(`${type}.${field}`)).map(field => `${type}.${field}`))).toEqual([]);
  });
  it('say which rows a portal sees wherever it is neither all nor none', () => {
    const missing = policy.nouns.flatMap(resource => (['secretariat', 'department', 'commune', 'massOrganisation'] as const)
      .filter(kind => resource.rows[kind] !== undefined && resource.rows[kind] !== everyRow && rowWords(resource, kind) === 'theo phạm vi của đơn vị').map(kind => `${resource.type} ${kind}`));
    expect(missing).toEqual([]);
  });
  it('give a reason only for a field that exists', () => {
    expect(Object.entries(allNounWords).flatMap(([noun, { fields: reasons = {} }]) => Object.keys(reasons).filter(field => !policy.byType.get(noun)?.fields.has(field)).map(field => `${noun}.${field}`))).toEqual([]);
  });
});
