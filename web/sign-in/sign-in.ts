// The sign-in page: three forms, three persisted operations, no framework. While the password is typed, the portal's
// files are fetched, so that its first screen is a repeat visit.
import { signIn } from '../src/text/vi-sign-in';
import { field, form, showIn, whileBusy } from './page';
import { prefetchPortal } from './prefetch';
import { send, type SendResult } from './send';
import { ChangePasswordDocument, LoginByCodeDocument, LoginDocument, type ChangePasswordMutation, type LoginByCodeMutation, type LoginMutation } from './sign-in.generated';

const query = new URLSearchParams(location.search);
const local = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
const loginForm = form('login');
const codeForm = form('code');
const changeForm = form('change');
let hat = '';
let unitCode = '';
let oldPassword = '';
let codeToken = '';
let setUp = false;

if (location.protocol !== 'https:' && !local) document.getElementById('insecure')?.removeAttribute('hidden');
const notices: Record<string, string | undefined> = { 'het-phien': signIn.ended, 'dang-xuat': signIn.signedOut, 'dinh-danh': signIn.provider };
const notice = document.getElementById('notice');
const reason = notices[query.get('ly-do') ?? ''];
if (notice && reason) {
  notice.textContent = reason;
  notice.hidden = false;
}

field('password').addEventListener('focus', prefetchPortal, { once: true });
for (const box of document.querySelectorAll<HTMLInputElement>('[data-shows]')) {
  box.addEventListener('change', () => {
    for (const id of box.dataset.shows?.split(' ') ?? []) field(id).type = box.checked ? 'text' : 'password';
  });
}

// Of whoever comes back from the identity provider and owes a code.
const [, owed] = /^#ma=([\w-]{43})$/.exec(location.hash) ?? [];
if (owed) {
  codeToken = owed;
  history.replaceState(null, '', location.pathname);
  turnTo(codeForm);
}

loginForm.addEventListener('submit', (event) => {
  event.preventDefault();
  const login = field('login-name').value.trim();
  const password = field('password').value;
  const missing: [string, string][] = [];
  if (!login) missing.push(['login-name', signIn.missingAccount]);
  if (!password) missing.push(['password', signIn.missingPassword]);
  if (missing.length > 0) return showIn(loginForm, missing);
  void whileBusy(loginForm, signIn.submitting, async () => {
    const result = await send<LoginMutation>('Login', LoginDocument, { input: { login, password } });
    const payload = result.data?.login;
    oldPassword = password;
    if (payload?.codeToken) {
      codeToken = payload.codeToken;
      return turnTo(codeForm);
    }
    if (!payload?.viewer) return showIn(loginForm, refusals(result, payload?.userErrors, 'password'));
    goOn(payload);
  });
});

codeForm.addEventListener('submit', (event) => {
  event.preventDefault();
  const code = field('factor').value.trim();
  if (!code) return showIn(codeForm, [['factor', signIn.missingCode]]);
  void whileBusy(codeForm, signIn.submitting, async () => {
    const result = await send<LoginByCodeMutation>('LoginByCode', LoginByCodeDocument, { input: { codeToken, code } });
    const payload = result.data?.loginByCode;
    if (!payload?.viewer) return showIn(codeForm, refusals(result, payload?.userErrors, 'factor'));
    goOn(payload);
  });
});

/** Signed in: to a password of one's own where that is still owed, else to the portal. */
function goOn({ viewer, mustChangePassword, mustSetUpSecondFactor }: LoginByCodeMutation['loginByCode']): void {
  hat = viewer?.post.id ?? '';
  unitCode = viewer?.unit.code ?? '';
  setUp = mustSetUpSecondFactor;
  if (mustChangePassword) turnTo(changeForm);
  else enter();
}

function turnTo(next: HTMLFormElement): void {
  for (const one of [loginForm, codeForm, changeForm]) one.hidden = one !== next;
  next.querySelector('h1')?.focus();
}

changeForm.addEventListener('submit', (event) => {
  event.preventDefault();
  const newPassword = field('new-password').value;
  if (newPassword.length < 12) return showIn(changeForm, [['new-password', signIn.missingNext]]);
  if (field('repeat').value !== newPassword) return showIn(changeForm, [['repeat', signIn.repeatDiffers]]);
  void whileBusy(changeForm, signIn.changing, async () => {
    const result = await send<ChangePasswordMutation>('ChangePassword', ChangePasswordDocument, { input: { currentPassword: oldPassword, newPassword } }, hat);
    const payload = result.data?.changePassword;
    if (!payload || payload.userErrors.length > 0) return showIn(changeForm, refusals(result, payload?.userErrors, 'new-password'));
    enter();
  });
});

/** The messages to show: the server's own words, else what the failure means. */
function refusals(result: SendResult<unknown>, errors: { message: string }[] | undefined, at: string): [string, string][] {
  if (errors?.length) return errors.map(({ message }) => [at, message]);
  const message = result.offline ? signIn.noConnection : (result.message ?? signIn.failed);
  return [[at, result.code ? `${message} (${signIn.code} ${result.code})` : message]];
}

/** Goes to setting up a second factor where a rule asks for it; to where one came from, if that is a portal's address on this origin; else to the portal of one's hat. */
function enter(): void {
  if (setUp) return location.replace(`/cong/${unitCode}/tai-khoan/xac-thuc`);
  const back = query.get('tiep') ?? '';
  location.replace(/^\/cong\/[\w-]/.test(back) ? back : `/cong/${unitCode}`);
}
