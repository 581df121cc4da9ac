// Words of "Nhận thông báo qua thư". Fetched with that page.

export const mail = {
  title: 'Nhận thông báo qua thư điện tử',
  lead: 'Thư chỉ nêu có việc gì mới và dẫn đến hệ thống; không có thông tin của hộ, của người dân.',
  back: 'Thông báo',
  notOffered: 'Hệ thống chưa bật gửi thư. Lựa chọn dưới đây có hiệu lực khi hệ thống gửi thư.',
  givenUp: (at: string) => `Thư gửi đến địa chỉ này không đến được (lần gần nhất: ${at}). Kiểm tra lại địa chỉ rồi lưu.`,
  form: 'Cách nhận thư',
  email: 'Địa chỉ thư điện tử',
  emailHint: 'Dùng địa chỉ công vụ. Để trống nếu không muốn nhận thư.',
  mode: 'Nhận thư',
  modeHint: 'Áp dụng cho chức vụ đang dùng.',
  modes: {
    AT_ONCE: 'Ngay khi được giao việc, bị trả lại, quá hạn; việc khác gộp mỗi ngày một thư',
    DIGEST: 'Gộp tất cả, mỗi ngày một thư',
    OFF: 'Không nhận thư',
  },
  save: 'Lưu',
  saved: 'Đã lưu cách nhận thư.',
  failedBlock: 'cách nhận thư',
};
