// Words of "Trực thay". Fetched with the page of handovers.

export const standIn = {
  title: 'Trực thay',
  lead: 'Khi nghỉ phép, đi công tác: đồng nghiệp chọn vai “thay …” và làm việc với quyền của chức vụ đó trong các ngày đã định; hết ngày tự chấm dứt. Dữ liệu nhạy cảm chỉ mở được nếu người trực thay vốn được mở. Lãnh đạo giao cho cấp phó thì cấp phó ký thay (KT.).',
  principal: 'Người được thay',
  colleague: 'Người trực thay',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  start: 'Giao trực thay',
  started: 'Đã giao trực thay.',
  choosePrincipal: 'Chọn người được thay.',
  chooseColleague: 'Chọn người trực thay.',
  list: 'Đang và sắp trực thay',
  none: 'Không có ai đang trực thay.',
  days: (from: string, to: string) => `${from} – ${to}`,
  end: 'Kết thúc',
  endOf: (name: string) => `Kết thúc trực thay: ${name}`,
  endTitle: 'Kết thúc trực thay ngay bây giờ?',
  endLead: (name: string) => `${name}: vai trực thay chấm dứt ngay, kể cả khi đang đăng nhập.`,
  ended: 'Đã kết thúc trực thay.',
};
