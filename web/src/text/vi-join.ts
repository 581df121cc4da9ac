// Words of the page that an invitation or a reset opens: a file of their own, so that the page carries no others.

export const join = {
  title: 'Đặt mật khẩu',
  lead: 'Đang kiểm tra liên kết…',
  welcome: (name: string, unit: string) => `Xin chào ${name}. ${unit} mời bạn dùng hệ thống. Hãy đặt mật khẩu của riêng mình.`,
  again: (name: string) => `Xin chào ${name}. Hãy đặt mật khẩu mới; các phiên đăng nhập cũ đã kết thúc.`,
  account: 'Tên đăng nhập',
  accountHint: 'Ghi lại tên này để đăng nhập những lần sau.',
  next: 'Mật khẩu',
  nextHint: 'Ít nhất 12 ký tự, khác tên đăng nhập. Một câu dễ nhớ là tốt nhất.',
  repeat: 'Nhập lại mật khẩu',
  show: 'Hiện mật khẩu',
  submit: 'Đặt mật khẩu và tiếp tục',
  submitting: 'Đang đặt mật khẩu…',
  insecure: 'Kết nối này chưa được mã hóa (không phải https). Không nhập mật khẩu thật tại đây; hãy báo người quản trị.',
  gone: 'Liên kết không còn dùng được: đã hết hạn, đã dùng hoặc không đúng. Đề nghị người quản trị tài khoản của đơn vị gửi liên kết mới.',
  missing: 'Nhập mật khẩu, ít nhất 12 ký tự.',
  differs: 'Mật khẩu nhập lại chưa khớp.',
  noConnection: 'Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại.',
  failed: 'Hệ thống chưa đặt được mật khẩu. Thử lại sau ít phút.',
  toSignIn: 'Đến trang đăng nhập',
};
