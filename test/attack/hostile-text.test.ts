import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operationsByHand } from '../support/golden.js';
import { inputWith, mutations, textFields } from '../support/mutation-inputs.js';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

// Every text of every mutation's input, so that a new operation is tried as soon as the schema has it.

const sensitive = ['HouseholdIdentity', 'HouseholdIncome', 'MeritRecord', 'MemberHealth', 'SupportLoan', 'PovertyCause'];
let world: World, callers: readonly (readonly [kind: 'commune' | 'department' | 'massOrganisation' | 'secretariat', client: Client])[];
beforeAll(async () => {
  world = await openWorld();
  callers = [['commune', await world.as.commune('02869', { role: 'LEADER', sensitive })], ['department', await world.as.department('snv', { role: 'LEADER', sensitive })],
    ['massOrganisation', await world.as.massOrganisation('lhpn', { role: 'LEADER', sensitive })], ['secretariat', await world.as.secretariat('thuong-truc', { role: 'LEADER', sensitive })]];
});
afterAll(() => world.stop());

const own = /^(login|changePassword|switchHat)$/; // signing in has its own tests
const cases = mutations.filter(({ name, input }) => !own.test(name) && textFields(input).length > 0);
/** As the first of the portal kinds that may run it and write this field: some fields are one kind's alone. */
async function answerTo(name: string, query: string, input: object): Promise<Answer> {
  let answer: Answer | undefined;
  for (const [kind, client] of callers) if (operationsByHand.get(`Mutation.${name}`)!.portals.includes(kind) && (!answer || answer.status === 403)) answer = await client(query, { input });
  return answer!;
}

describe.each(cases.map(mutation => [mutation.name, mutation] as const))('%s', (name, { input, query }) => {
  it.each([['NUL', 'a\u0000b'], ['an escape', 'a\u001b[31mb'], ['text turned round', 'an toàn \u202Egnp.exe']])('saves nothing with %s in a text, and says in which', async (_what, text) => {
    for (const field of textFields(input)) {
      const { answer } = await refused(world, () => answerTo(name, query, inputWith(input, { [field]: text })));
      expect([field, ['200', '400 BAD_USER_INPUT'].includes(outcome(answer))]).toEqual([field, true]);
      if (answer.status === 200) expect([field, userErrors(answer).length > 0]).toEqual([field, true]);
    }
  });
  it.each(["'; DROP TABLE household; --", '$1 %s {0} \\', '"}]) { id } }', '\ud800', '👨‍👩‍👧 Ⅷ ﬁ', '%_%', 'x'.repeat(30_000)])('takes %j as text or says what is wrong with it', async text => {
    for (const field of textFields(input)) {
      const answer = await answerTo(name, query, inputWith(input, { [field]: text }));
      expect([field, outcome(answer).replace('400 BAD_USER_INPUT', '200')]).toEqual([field, '200']);
      expect(answer.text).not.toMatch(/syntax error|SQLSTATE|invalid byte|22021|22P0/);
    }
  });
});
