// The page of an invitation or a reset: who it is for, one form, no framework. The address's last part is good once.
import { join } from '../src/text/vi-join';
import { AcceptInvitationDocument, InvitationDocument, type AcceptInvitationMutation, type InvitationQuery } from './join.generated';
import { field, form, showIn, whileBusy } from './page';
import { prefetchPortal } from './prefetch';
import { send } from './send';

const token = location.pathname.split('/').at(-1) ?? '';
const joinForm = form('join');
const notice = document.getElementById('notice')!;

if (location.protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)) document.getElementById('insecure')?.removeAttribute('hidden');
for (const box of document.querySelectorAll<HTMLInputElement>('[data-shows]')) {
  box.addEventListener('change', () => {
    for (const id of box.dataset.shows?.split(' ') ?? []) field(id).type = box.checked ? 'text' : 'password';
  });
}

function say(words: string): void {
  joinForm.hidden = true;
  notice.hidden = false;
  notice.textContent = words;
  document.getElementById('to-sign-in')!.hidden = false;
}

async function open(): Promise<void> {
  const result = await send<InvitationQuery>('Invitation', InvitationDocument, { token });
  const invitation = result.data?.invitation;
  if (!result.data) return say(result.offline ? join.noConnection : join.failed);
  if (!invitation) return say(join.gone);
  notice.hidden = true;
  joinForm.hidden = false;
  document.getElementById('welcome')!.textContent = invitation.isFirst ? join.welcome(invitation.name, invitation.unitName) : join.again(invitation.name);
  field('login-name').value = invitation.login;
  field('new-password').focus();
  if (invitation.isFirst) prefetchPortal();
}
void open();

joinForm.addEventListener('submit', (event) => {
  event.preventDefault();
  const password = field('new-password').value;
  if (password.length < 12) return showIn(joinForm, [['new-password', join.missing]]);
  if (field('repeat').value !== password) return showIn(joinForm, [['repeat', join.differs]]);
  void whileBusy(joinForm, join.submitting, async () => {
    const result = await send<AcceptInvitationMutation>('AcceptInvitation', AcceptInvitationDocument, { input: { token, password } });
    const payload = result.data?.acceptInvitation;
    if (payload?.isDone) return location.replace(payload.unitCode ? `/cong/${payload.unitCode}` : '/dang-nhap');
    if (payload?.userErrors.some(({ code }) => code === 'NOT_FOUND')) return say(join.gone);
    const messages = payload?.userErrors.map(({ message }) => message) ?? [result.offline ? join.noConnection : (result.message ?? join.failed)];
    showIn(joinForm, messages.map((message) => ['new-password', message]));
  });
});
