// The sign-in page: two forms, two persisted operations, no framework. While the password is typed, the portal's
// files are fetched, so that its first screen is a repeat visit.
import { signIn } from '../src/text/vi-sign-in';
import { field, form, showIn, whileBusy } from './page';
import { prefetchPortal } from './prefetch';
import { send, type SendResult } from './send';
import { ChangePasswordDocument, LoginDocument, type ChangePasswordMutation, type LoginMutation } from './sign-in.generated';

const query = new URLSearchParams(location.search);
const local = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
const loginForm = form('login');
const changeForm = form('change');
let hat = '';
let unitCode = '';
let oldPassword = '';

if (location.protocol !== 'https:' && !local) document.getElementById('insecure')?.removeAttribute('hidden');
const notices: Record<string, string | undefined> = { 'het-phien': signIn.ended, 'dang-xuat': signIn.signedOut };
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
    if (!payload?.viewer) return showIn(loginForm, refusals(result, payload?.userErrors, 'password'));
    hat = payload.viewer.post.id;
    unitCode = payload.viewer.unit.code;
    if (!payload.mustChangePassword) return enter();
    oldPassword = password;
    loginForm.hidden = true;
    changeForm.hidden = false;
    changeForm.querySelector('h1')?.focus();
  });
});

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

/** Goes to where one came from, if that is a portal's address on this origin; else to the portal of one's hat. */
function enter(): void {
  const back = query.get('tiep') ?? '';
  location.replace(/^\/cong\/[\w-]/.test(back) ? back : `/cong/${unitCode}`);
}
