// Words of "Đề nghị mở xem". Fetched with that page.

export const requests = {
  title: 'Đề nghị mở xem',
  lead: {
    secretariat: 'Đề nghị mở thông tin của hộ trong toàn tỉnh. Lãnh đạo UBND xã, phường nơi hộ cư trú quyết định.',
    commune: 'Các đơn vị đề nghị mở thông tin của hộ trong xã. Lãnh đạo UBND xã, phường quyết định mở phần nào, trong bao nhiêu ngày.',
    asker: 'Đề nghị mà đơn vị bạn đã gửi tới UBND xã, phường. Đề nghị mới được gửi từ trang của hộ.',
  },
  stand: 'Tình trạng đề nghị',
  stands: { cho: 'Chờ xã quyết định', mo: 'Đang mở', xong: 'Đã khép lại', tatca: 'Tất cả' },
  standCount: (label: string, count: string) => `${label} (${count})`,
  count: (shown: string, all: string) => (shown === all ? `${all} đề nghị` : `${shown} trong ${all} đề nghị`),
  list: 'Danh sách đề nghị',
  none: { cho: 'Không có đề nghị nào chờ quyết định.', mo: 'Không có phần nào đang được mở theo đề nghị.', xong: 'Chưa có đề nghị nào khép lại.', tatca: 'Chưa có đề nghị nào.' },
  choose: 'Chọn hộ để đề nghị',
  more: (count: number) => `Xem thêm ${count} đề nghị`,
  moreFailed: 'Chưa tải được phần tiếp theo.',
  unseen: 'Hộ không còn thuộc phạm vi đơn vị bạn được xem',
};
