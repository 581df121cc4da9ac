import { beforeAll, describe, expect, it } from '@jest/globals';
import { signedIn } from '../../server/access/policy.js';
import type { PortalKind } from '../../server/access/portal-kind.js';
import { comparisonsOf, deniedAt, listRoots, mayNameByHand } from './comparisons.js';
import { asked, at, deniedOnTheWay, nouns } from './field-paths.js';
import { goldenMatrix, mayByHand } from './golden.js';
import { contents, outcome, shown } from './unchanged.js';
import type { Answer, Client, World } from './world.js';

export type Readers = Readonly<Record<(typeof signedIn)[number], Client>>;

/** One client a portal kind, each with a post that may open everything its portal may. */
export async function readersOf({ as }: World): Promise<Readers> {
  const sensitive = ['HouseholdIdentity', 'HealthDeprivation'];
  return {
    secretariat: await as.secretariat('thuong-truc', { sensitive }), department: await as.department('sxd', { sensitive }),
    commune: await as.commune('02869', { sensitive }), massOrganisation: await as.massOrganisation('lhpn', { sensitive }),
  } as Readers;
}

/** By name: gate 2 names the fields. By grant: gate 3 alone says no and names nothing. */
type Denied = 'by name' | 'by grant';

interface Hidden { readonly noun: string; readonly field: string; readonly selection: string; readonly paths: readonly string[] }

/** Every field of every noun that the golden table hides from a portal kind. */
const hiddenFrom = (kind: PortalKind): Hidden[] => nouns.flatMap(noun => [...goldenMatrix.get(noun)!.keys()].flatMap(field => {
  const one = { noun, field, ...asked(noun, field) };
  return mayByHand(kind, noun, field, 'r') ? [] : [one];
}));

/** The ways of asking for a field that differ in form and not in meaning. */
const forms: Readonly<Record<string, (noun: string, selection: string) => string>> = {
  'straight out': (noun, selection) => `{ ${at(noun, selection)} }`,
  'under another name': (noun, selection) => `{ ${at(noun, `harmless: ${selection}`)} }`,
  'in a named fragment': (noun, selection) => `{ ${at(noun, '...F')} } fragment F on ${noun} { ${selection} }`,
  'in an inline fragment': (noun, selection) => `{ ${at(noun, `... on ${noun} { ... { ${selection} } }`)} }`,
  'included by a variable': (noun, selection) => `query ($yes: Boolean = true) { ${at(noun, selection.replace(/^(\w+(\(.*?\))?)/, '$1 @include(if: $yes) @skip(if: false)'))} }`,
};

interface Denial { readonly what: string; readonly text: string; readonly variables?: object; readonly paths: readonly string[] }

/** Filters and orders by a field without the verb, and filters by one that a relation leads to. */
function hiddenComparisons(kind: PortalKind, verb: 'f' | 'r'): Denial[] {
  return listRoots.flatMap(([root, noun]) => comparisonsOf(noun).filter(({ lines }) => deniedAt(kind, verb, lines)).flatMap(({ path, field, literal, value, isSortable }): Denial[] => {
    const paths = verb === 'f' ? path.filter(step => !mayNameByHand(kind, step)).sort() : [];
    const list = (args: string) => `${root}(first: 1, ${args}) { totalCount { value } }`;
    return [
      { what: 'a filter', text: `{ ${list(`filter: ${literal}`)} }`, paths },
      { what: 'a variable', text: `query ($f: ${noun}Filter) { ${list('filter: $f')} }`, variables: { f: value }, paths },
      { what: "a variable's default", text: `query ($f: ${noun}Filter = ${literal}) { ${list('filter: $f')} }`, paths },
      { what: 'a filter inside and, or, not', text: `{ ${list(`filter: { and: [{ or: [{ not: ${literal} }] }] }`)} }`, paths },
      ...(isSortable ? [{ what: 'an order', text: `{ ${root}(first: 1, order: [{ ${field}: DESC }]) { pageInfo { endCursor } } }`, paths: [`${noun}Order.${field}`] }] : []),
      ...(noun === 'Household' ? [{ what: "a unit's list", text: `{ unit(code: "02869") { households(first: 1, filter: ${literal}) { id } } }`, paths }] : []),
    ];
  }));
}

/**
 * The same attempts for every portal kind, made from the golden table: each hidden field read, filtered and sorted by, in every form.
 * By grant only what is not readable can be denied: in PostgreSQL a column one may select is a column one may compare.
 */
export function describeHiddenFields(given: () => { world: World; readers: Readers }, { denied }: { denied: Denied }): void {
  const expectDenied = (answer: Answer, about: readonly unknown[], paths: readonly string[]): void => {
    const fields = denied === 'by name' ? paths : [];
    expect([...about, outcome(answer), shown(answer), answer.errors?.[0]?.extensions.fields]).toEqual([...about, '403 FORBIDDEN', [], fields]);
  };
  describe.each(signedIn)('the hidden fields of %s', kind => {
    const hidden = hiddenFrom(kind);
    let before: Record<string, string>;
    beforeAll(async () => { before = await contents(given().world.admin); });

    if (hidden.length === 0) it('are none', () => expect(kind).toBe('secretariat'));
    else {
      it.each(Object.keys(forms))('are refused when asked for %s', async form => {
        for (const { noun, field, selection, paths } of hidden) {
          if (denied === 'by grant' && field === 'standing') continue; // reads the row's id; its own statement gives only what the unit leads
          expectDenied(await given().readers[kind](forms[form]!(noun, selection)), [noun, field], deniedOnTheWay(kind, noun, paths));
        }
      });
      it('are let through when nothing of them is included', async () => {
        for (const { noun, selection } of hidden.filter(({ noun }) => deniedOnTheWay(kind, noun, []).length === 0)) {
          const text = `{ ${at(noun, `__typename ${selection.replace(/^(\w+(\(.*?\))?)/, '$1 @include(if: false)')}`)} }`;
          expect([text, outcome(await given().readers[kind](text))]).toEqual([text, '200']);
        }
      });
    }
    it('are refused in a filter and an order, and what was compared is not repeated', async () => {
      for (const { what, text, variables, paths } of hiddenComparisons(kind, denied === 'by name' ? 'f' : 'r')) {
        if (what === 'an order' && denied === 'by grant' && /officerInCharge/.test(text)) continue;
        expectDenied(await given().readers[kind](text, variables), [what, text], paths);
      }
      const { text } = await given().readers[kind]('{ households(first: 1, filter: { note: { contains: "điều-không-được-lộ" } }) { totalCount { value } } }');
      expect(text).not.toContain('điều-không-được-lộ');
    });
    it('are refused without a trace in the tables', async () => expect(await contents(given().world.admin)).toEqual(before));
  });
}

/** A document that one portal warmed must not open to another: the guard comes after the cache. */
export function describeFieldsOfOneText(readers: () => Readers): void {
  const text = '{ households(first: 3) { nodes { code note workerCount ethnicity { name } } } }';
  const fields = ['EthnicGroup.name', 'Household.ethnicity', 'Household.note', 'Household.workerCount'];
  describe('one text in two portals', () => {
    it('is denied to a department after the secretariat warmed it', async () => {
      expect(outcome(await readers().secretariat(text))).toBe('200');
      const answer = await readers().department(text);
      expect([outcome(answer), answer.errors![0]!.extensions.fields]).toEqual(['403 FORBIDDEN', fields]);
    });
    it('is decided for each caller when both send it at once', async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => readers()[i % 2 ? 'department' : 'commune'](text)));
      expect(answers.map(outcome)).toEqual(answers.map((_, i) => (i % 2 ? '403 FORBIDDEN' : '200')));
    });
  });
}
