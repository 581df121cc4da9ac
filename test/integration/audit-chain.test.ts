import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyTrail, type Trail, type Verdict } from '../../server/audit/chain.js';
import { verdictWords } from '../../server/audit/chain.words.js';
import { checkTrails, sealTrails } from '../../server/jobs/audit-seal.job.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869', { role: 'LEADER' });
}, 120_000);
afterAll(() => world.stop());

const verify = (trail: Trail = 'audit_line', expected?: { no: number; hash: string }): Promise<Verdict> =>
  verifyTrail(async (sql, values) => (await world.admin.query(sql, values as unknown[])).rows as never[], trail, expected ?? null);
const seal = (): Promise<number> => sealTrails(world.app.door.source);
/** Seals until nothing waits and returns how many lines that were: a transaction of any database of the server, as of another test, holds sealing up while it is open. */
async function sealAll(): Promise<number> {
  let sealed = 0;
  await waitFor(async () => {
    sealed += await seal();
    return (await verify()).waiting === 0 && (await verify('access_log')).waiting === 0 ? true : null;
  });
  return sealed;
}
const write = async (): Promise<void> => void await officer('mutation { signProgressEntry(input: { id: "999999999" }) { userErrors { code } } }');
const one = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row> => (await world.admin.query<Row>(sql, values)).rows[0]!;

/** What only a superuser can do, taken back afterwards. */
async function tampered(statements: readonly string[], look: () => Promise<void>): Promise<void> {
  await world.admin.query('BEGIN');
  try {
    await world.admin.query('SET LOCAL session_replication_role = replica');
    for (const statement of statements) await world.admin.query(statement);
    await look();
  } finally { await world.admin.query('ROLLBACK'); }
}

describe('the chain of the trail', () => {
  let line: string;
  beforeEach(async () => {
    for (let i = 0; i < 5; i++) await write();
    await sealAll();
    line = (await one<{ id: string }>('SELECT line_id::text AS id FROM audit_seal WHERE trail = $1 ORDER BY no DESC OFFSET 2 LIMIT 1', ['audit_line'])).id;
  });

  it('is whole, and says its last hash', async () => {
    const verdict = await verify(), { lines } = await one<{ lines: number }>('SELECT count(*)::int AS lines FROM audit_line');
    const head = await one<{ no: number; hash: string }>("SELECT no::int AS no, encode(hash, 'hex') AS hash FROM audit_seal WHERE trail = 'audit_line' ORDER BY no DESC LIMIT 1");
    expect(verdict).toEqual({ trail: 'audit_line', sealed: lines, waiting: 0, head, fault: null });
    expect(verdictWords(verdict)).toBe(`Nhật ký thao tác: ${lines} dòng, chuỗi toàn vẹn, mã cuối audit_line:${head.no}:${head.hash}.`);
    expect(await verify('audit_line', head)).toEqual(verdict);
    expect((await verify('audit_line', { ...head, hash: '0'.repeat(64) })).fault).toMatchObject({ kind: 'HEAD_DIFFERS', no: head.no });
  });
  it('counts a line that has no seal yet', async () => {
    await write();
    expect(await verify()).toMatchObject({ waiting: 1, fault: null });
    expect(verdictWords(await verify())).toMatch(/1 dòng chưa đến lượt niêm phong\.$/);
    expect(await sealAll()).toBe(1);
    expect(await seal()).toBe(0);
  });
  it.each<[string, string, string[]]>([
    ['altered', 'ALTERED', ["UPDATE audit_line SET person = 'Người khác' WHERE id = $line"]],
    ['deleted', 'DELETED', ['DELETE FROM audit_line WHERE id = $line']],
    ['deleted with its seal', 'SEAL_MISSING', ['DELETE FROM audit_line WHERE id = $line', 'DELETE FROM audit_seal WHERE line_id = $line']],
    ['inserted', 'INSERTED', ["INSERT INTO audit_line (id, transaction, request_id, operation, outcome) OVERRIDING SYSTEM VALUE SELECT -1, transaction, 'x', 'x', 'DONE' FROM audit_line WHERE id = $line"]],
    ['moved', 'REORDERED', [
      "UPDATE audit_seal s SET line_id = -o.line_id, transaction = o.transaction FROM audit_seal o WHERE s.trail = 'audit_line' AND o.trail = s.trail AND s.line_id IN ($line, $line + 1) AND o.line_id IN ($line, $line + 1) AND o.line_id <> s.line_id",
      'UPDATE audit_seal SET line_id = -line_id WHERE line_id < 0']],
  ])('names a line that was %s', async (_, kind, statements) => {
    await tampered(statements.map(statement => statement.replaceAll('$line', line)), async () => {
      const { fault } = await verify();
      expect(fault?.kind).toBe(kind);
      if (kind === 'ALTERED' || kind === 'DELETED') expect(fault!.line).toBe(line);
      if (kind === 'INSERTED') expect(fault!.line).toBe('-1');
      if (kind === 'REORDERED') expect(fault!.line).toBe(String(Number(line) + 1));
      expect(verdictWords(await verify())).toContain('CHUỖI BỊ PHÁ');
    });
    expect((await verify()).fault).toBeNull();
  });
  it('is looked through by the system itself, which says when it was whole and when it was not', async () => {
    await world.admin.query("UPDATE audit_check SET whole_at = NULL, checked_no = 0");
    await checkTrails(world.app.door.source);
    const { data } = await officer('{ auditChain { sealedUntil checkedAt isWhole } }');
    expect(data.auditChain).toEqual({ sealedUntil: expect.stringMatching(/^\d{4}-/), checkedAt: expect.stringMatching(/^\d{4}-/), isWhole: true });
    await world.admin.query('BEGIN');
    await world.admin.query('SET LOCAL session_replication_role = replica');
    await world.admin.query('UPDATE audit_line SET operation = $1 WHERE id = $2', ['x', line]);
    await world.admin.query('COMMIT');
    await world.admin.query('UPDATE audit_check SET whole_at = NULL');
    await checkTrails(world.app.door.source);
    expect((await officer('{ auditChain { isWhole } }')).data).toEqual({ auditChain: { isWhole: false } });
    await world.admin.query('BEGIN');
    await world.admin.query('SET LOCAL session_replication_role = replica');
    await world.admin.query("UPDATE audit_line SET operation = 'signProgressEntry' WHERE id = $1", [line]);
    await world.admin.query('COMMIT');
    await world.admin.query('UPDATE audit_check SET wrong_at = NULL');
  });
});

describe('sealing', () => {
  it('leaves out what an open transaction may still come before, and then goes on in the order of the transactions', async () => {
    await sealAll();
    const { rows: [{ id }] } = await world.admin.query<{ id: string }>("BEGIN; INSERT INTO audit_line (request_id, operation, outcome) VALUES ('', 'slow', 'DONE') RETURNING id::text").then(result => (result as unknown as { rows: { id: string }[] }[])[1]!);
    await write();
    expect(await seal()).toBe(0);
    await world.admin.query('COMMIT');
    expect(await sealAll()).toBe(2);
    expect((await one<{ id: string }>("SELECT line_id::text AS id FROM audit_seal WHERE trail = 'audit_line' ORDER BY no DESC OFFSET 1 LIMIT 1")).id).toBe(id);
    expect((await verify()).fault).toBeNull();
  });
  it('is done by one of several that begin at once, and leaves no line twice', async () => {
    for (let i = 0; i < 20; i++) await write();
    const counts = await Promise.all([seal(), seal(), seal(), seal()]);
    await sealAll();
    expect(counts.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(await verify()).toMatchObject({ waiting: 0, fault: null });
  });
  it('seals what was opened as well', async () => {
    await world.admin.query("INSERT INTO access_log (request_id, account_id, post_id, unit_id, part) VALUES ('x', 1, $1, $2, 'MemberHealth')", [officer.post, officer.unitId]);
    await sealAll();
    expect(await verify('access_log')).toMatchObject({ waiting: 0, fault: null });
  });
  it('can be altered by nobody but a superuser', async () => {
    for (const role of ['maintainer', 'app_user', 'portal_commune', 'portal_secretariat']) for (const sql of ['UPDATE audit_seal SET no = no', 'DELETE FROM audit_seal', 'TRUNCATE audit_seal']) {
      await world.admin.query('BEGIN');
      await world.admin.query(`SET LOCAL ROLE ${role}`);
      await expect(world.admin.query(sql)).rejects.toMatchObject({ code: '42501' });
      await world.admin.query('ROLLBACK');
    }
    for (const table of ['audit_line', 'audit_seal']) await expect(world.admin.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
  });
});
