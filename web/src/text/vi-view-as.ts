// Words of the look at another unit's portal; fetched with its page and its banner.

export const viewAs = {
  title: 'Xem như đơn vị khác',
  lead: 'Xem cổng của một sở, ngành, xã, phường, Mặt trận hoặc đoàn thể đúng như một vai ở đó đang thấy. Chỉ xem, không làm thay.',
  rules: 'Khi đang xem như',
  ruleList: [
    'Chỉ thấy phần mà cả cổng của đơn vị đó và cổng của Cơ quan Thường trực đều được xem.',
    'Dữ liệu nhạy cảm (★) và bản nháp chưa ký của đơn vị luôn ẩn.',
    'Không nhập, không sửa, không ký, không xuất được gì.',
    'Tự kết thúc sau 30 phút; lúc bắt đầu và lúc kết thúc đều ghi vào nhật ký.',
  ],
  unit: 'Đơn vị',
  choose: 'Chọn đơn vị',
  missing: 'Chọn đơn vị muốn xem.',
  role: 'Vai ở đơn vị đó',
  start: 'Bắt đầu xem',
  what: 'danh sách đơn vị',
  banner: (unit: string) => `Đang xem như ${unit} – chỉ xem`,
  detail: (role: string, until: string) => `Vai: ${role}. Tự kết thúc lúc ${until}.`,
  end: 'Thôi xem, về cổng của mình',
  here: 'Xem như đơn vị khác',
  notAllowed: 'Chỉ lãnh đạo Cơ quan Thường trực xem được như đơn vị khác.',
};
