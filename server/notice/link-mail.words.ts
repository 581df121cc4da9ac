import { escaped, type Letter } from './mail.words.js';

export interface LinkAbout { readonly origin: string; readonly token: string; readonly name: string; readonly login: string; readonly unitName: string; readonly isFirst: boolean; readonly until: Date }

const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: 'numeric', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "16:02 ngày 08/9/2026" in Vietnam: like the screens, days and the months 1 and 2 with two digits. */
export function untilOf(instant: Date): string {
  const of = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value])), month = Number(of.month);
  return `${of.hour}:${of.minute} ngày ${of.day}/${month < 3 ? `0${month}` : month}/${of.year}`;
}

/** The mail by which somebody sets the first password, or another; one link, good once. */
export function linkLetterOf({ origin, token, name, login, unitName, isFirst, until }: LinkAbout): Letter {
  const link = `${origin}/loi-moi/${token}`;
  const lines = [
    `Kính gửi ${name},`,
    isFirst ? `${unitName} mời bạn dùng hệ thống Giảm nghèo bền vững. Tên đăng nhập: ${login}.` : `Mật khẩu của tài khoản ${login} trên hệ thống Giảm nghèo bền vững được đặt lại theo đề nghị của ${unitName}.`,
    `Mở liên kết dưới đây để đặt mật khẩu. Liên kết dùng được một lần, đến hết ${untilOf(until)}.`,
  ];
  const foot = ['Không chuyển thư này cho người khác. Nếu bạn không chờ thư này, hãy bỏ qua và báo người quản trị tài khoản của đơn vị.', 'Thư tự động, xin không trả lời.'];
  return {
    subject: isFirst ? 'Giảm nghèo bền vững: thư mời đặt mật khẩu' : 'Giảm nghèo bền vững: đặt lại mật khẩu',
    text: [...lines, link, ...foot].join('\n\n'),
    html: `${lines.map(line => `<p>${escaped(line)}</p>`).join('')}<p><a href="${escaped(link)}">Đặt mật khẩu</a></p>${foot.map(line => `<p>${escaped(line)}</p>`).join('')}`,
  };
}
