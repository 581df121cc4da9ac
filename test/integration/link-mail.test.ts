import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openLog } from '../../server/log.js';
import { accountOf, cookieOf, invite, keep, openLink, payload, signIn, useLink } from '../support/people.js';
import { openPostBox, type PostBox } from '../support/post-box.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Client, type World } from '../support/world.js';

const origin = 'https://giamngheo.example.vn', logged: string[] = [];
let box: PostBox, world: World, keeper: Client;
beforeAll(async () => {
  box = await openPostBox();
  const log = openLog('debug', { write: line => void logged.push(line) });
  world = await openWorld({ settings: { SMTP_URL: box.url, MAIL_FROM: 'Giảm nghèo <giamngheo@example.vn>', PUBLIC_ORIGIN: origin }, log });
  keeper = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' });
});
afterAll(async () => { await world.stop(); await box.stop(); });
afterEach(() => { box.refuse(null); (box.received as unknown[]).length = 0; });

interface Made { readonly link: string | null; readonly mailedTo: string | null; readonly account: { readonly id: string; readonly linkUntil: string } | null }
let made = 0;
const newLogin = (): string => `thu${process.pid}${made++}.02869`;
/** Asks for a new person, told of the address as the page is. */
const ask = async (given: object, client = keeper): Promise<Made> => payload<Made>(await keep(client, 'inviteAccount', 'InviteAccountInput',
  { unit: String(client.unitId), name: 'Lò Văn Thư', login: newLogin(), role: 'OFFICER', validFrom: '2026-01-01', ...given }, 'link mailedTo account { id linkUntil }'));
const renew = async (id: string | number): Promise<Made> => payload<Made>(await keep(keeper, 'renewInvitation', 'AccountInput', { id: String(id) }, 'link mailedTo account { id linkUntil }'));
const states = async (account: string | number) => (await world.admin.query<{ state: string; blank: boolean; tries: number; failure: string | null }>(
  'SELECT m.state, m.sealed IS NULL AS blank, m.tries, m.failure FROM link_mail m JOIN account_link l USING (token_hash) WHERE l.account_id = $1 ORDER BY m.created_at', [account])).rows;
const settled = (account: string | number, state: string) => waitFor(async () => ((await states(account)).at(-1)?.state === state ? true : null));
const arrived = async () => {
  const mail = await waitFor(async () => box.received[0] ?? null);
  return { mail, token: new RegExp(`${origin}/loi-moi/([\\w-]{43})\\n`).exec(mail.text!)![1]! };
};

/** Tables of which some row, as text, holds the secret in whatever column. */
async function tablesWith(secret: string): Promise<string[]> {
  const { rows } = await world.admin.query<{ name: string }>("SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
  const found: string[] = [];
  for (const { name } of rows) {
    const hex = Buffer.from(secret).toString('hex');
    if ((await world.admin.query(`SELECT FROM ${name} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0 LIMIT 1`, [secret, hex])).rowCount !== 0) found.push(name);
  }
  return found;
}

describe('the link of an invitation', () => {
  it('goes to the person\'s address at once; whoever asked is told where and not what, and nothing of it stays', async () => {
    const login = newLogin(), { link, mailedTo, account } = await ask({ login, email: 'lo.thu@banlien.gov.vn' });
    expect([link, mailedTo]).toEqual([null, 'lo.thu@banlien.gov.vn']);
    const { mail, token } = await arrived();
    expect([mail.subject, (mail.to as { value: object[] }).value]).toEqual(['Giảm nghèo bền vững: thư mời đặt mật khẩu', [{ name: 'Lò Văn Thư', address: 'lo.thu@banlien.gov.vn' }]]);
    const [day, hour] = ['dateStyle', 'timeStyle'].map(style => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', [style]: 'short' }).format(new Date(account!.linkUntil)));
    const [date, month, year] = day!.split('/').map(Number);
    const until = `${hour} ngày ${String(date).padStart(2, '0')}/${month! < 3 ? `0${month}` : month}/${year}`;
    for (const part of ['UBND xã Bản Liền mời bạn', login, `đến hết ${until}`]) expect([part, mail.text!.includes(part), String(mail.html).includes(part)]).toEqual([part, true, true]);
    expect(String(mail.html)).toContain(`href="${origin}/loi-moi/${token}"`);
    await settled(account!.id, 'SENT');
    expect(await states(account!.id)).toEqual([{ state: 'SENT', blank: true, tries: 0, failure: null }]);
    expect([await tablesWith(token), logged.filter(line => line.includes(token))]).toEqual([[], []]);
    expect((await openLink(world, token)).data).toMatchObject({ invitation: { login, isFirst: true } });
    const joined = await useLink(world, token);
    expect([payload(joined), cookieOf(joined)]).toEqual([expect.objectContaining({ isDone: true, unitCode: '02869', userErrors: [] }), expect.any(String)]);
    expect(payload(await signIn(world, login)).userErrors).toEqual([]);
  });

  it('is told once to whoever asked where there is no address', async () => {
    const { link, mailedTo, account } = await ask({});
    expect([link, mailedTo, await states(account!.id)]).toEqual([expect.stringMatching(/^\/loi-moi\/[\w-]{43}$/), null, []]);
  });

  it('puts no header and no markup of a name into the mail', async () => {
    await ask({ name: 'Lò <b>Thử</b>\r\nBcc: la@khac.vn', email: 'ten@banlien.gov.vn' });
    const { mail } = await arrived();
    expect([mail.bcc, mail.headers.has('bcc'), (mail.to as { value: { address: string }[] }).value.map(({ address }) => address), String(mail.html).includes('<b>')]).toEqual([undefined, false, ['ten@banlien.gov.vn'], false]);
  });

  it('waits sealed while the mail server does not take it, and leaves nothing once given up', async () => {
    box.refuse(451);
    const { account } = await ask({ email: 'cho@banlien.gov.vn' });
    await waitFor(async () => ((await states(account!.id))[0]?.tries === 1 ? true : null));
    expect(await states(account!.id)).toEqual([{ state: 'WAITING', blank: false, tries: 1, failure: '451' }]);
    box.refuse(550);
    await world.admin.query("UPDATE link_mail SET next_try_at = now() WHERE state = 'WAITING'");
    await world.admin.query("NOTIFY link_mail, ''");
    await settled(account!.id, 'GIVEN_UP');
    expect(await states(account!.id)).toEqual([{ state: 'GIVEN_UP', blank: true, tries: 2, failure: '550' }]);
  });

  it('that was withdrawn or is over is not sent, and leaves nothing', async () => {
    box.refuse(451);
    const { account } = await ask({ email: 'rut@banlien.gov.vn' }), of = account!.id;
    await waitFor(async () => ((await states(of))[0]?.tries === 1 ? true : null));
    await renew(of);
    await waitFor(async () => ((await states(of))[1]?.tries === 1 ? true : null));
    expect((await states(of)).map(({ state, blank }) => [state, blank])).toEqual([['DROPPED', true], ['WAITING', false]]);
    box.refuse(null);
    await world.admin.query('UPDATE account_link SET expires_at = now() WHERE account_id = $1', [of]);
    await world.admin.query("UPDATE link_mail SET next_try_at = now() WHERE state = 'WAITING'");
    await world.admin.query("NOTIFY link_mail, ''");
    await settled(of, 'DROPPED');
    expect([(await states(of))[1], box.received.length]).toEqual([expect.objectContaining({ state: 'DROPPED', blank: true }), 0]);
  });
});

describe('the link of a reset', () => {
  it('goes by mail as well, and sets another password', async () => {
    const person = await world.as.commune('02869'), id = await accountOf(world, person.post);
    await world.admin.query("UPDATE account SET email = 'cu@banlien.gov.vn' WHERE id = $1", [id]);
    expect(await renew(id)).toMatchObject({ link: null, mailedTo: 'cu@banlien.gov.vn' });
    const { mail, token } = await arrived();
    expect(mail.subject).toBe('Giảm nghèo bền vững: đặt lại mật khẩu');
    await settled(id, 'SENT');
    expect(payload(await useLink(world, token))).toMatchObject({ isDone: true, unitCode: null, userErrors: [] });
    expect(await tablesWith(token)).toEqual([]);
  });
});

describe('without a mail server', () => {
  it('the link is told to whoever asked, address or not', async () => {
    const other = await openWorld();
    const { answer, token } = await invite(await other.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' }), { email: 'co@banlien.gov.vn' });
    expect([payload(answer).userErrors, token, (await other.admin.query('SELECT FROM link_mail')).rowCount]).toEqual([[], expect.stringMatching(/^[\w-]{43}$/), 0]);
    await other.stop();
  });
});
