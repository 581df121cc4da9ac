// Words of "Phân công giúp đỡ". Fetched with that page.

export const pairings = {
  title: 'Phân công giúp đỡ',
  lead: {
    secretariat: 'Đơn vị nào giúp đỡ hộ, xã nào trong toàn tỉnh. Việc giúp đỡ bắt đầu khi xã và đơn vị giúp đỡ đều xác nhận.',
    commune: 'Đơn vị nào giúp đỡ hộ nào của xã. Việc giúp đỡ bắt đầu khi xã và đơn vị giúp đỡ đều xác nhận.',
    helper: 'Hộ, xã mà đơn vị bạn giúp đỡ. Trước khi hai bên thống nhất, hệ thống chỉ cho biết mã hộ, thôn, phân loại và nhu cầu.',
  },
  stand: 'Tình trạng phân công',
  stands: { cho: 'Chờ xác nhận', dang: 'Đang giúp đỡ', xong: 'Đã kết thúc', tatca: 'Tất cả' },
  standCount: (label: string, count: string) => `${label} (${count})`,
  count: (shown: string, all: string) => (shown === all ? `${all} phân công` : `${shown} trong ${all} phân công`),
  list: 'Danh sách phân công giúp đỡ',
  none: { cho: 'Không có phân công nào chờ xác nhận.', dang: 'Chưa có phân công nào đang thực hiện.', xong: 'Chưa có phân công nào kết thúc.', tatca: 'Chưa có phân công giúp đỡ nào.' },
  noneHere: 'Không có phân công nào khớp với xã, thôn đã chọn.',
  choose: 'Chọn hộ để đề xuất',
  more: (count: number) => `Xem thêm ${count} phân công`,
  moreFailed: 'Chưa tải được phần tiếp theo.',
  commune: (name: string) => `Giúp đỡ ${name}, chưa gắn với hộ nào`,
  notOpen: 'Họ tên chủ hộ hiện khi hai bên thống nhất',
  needs: (kinds: string) => `Nhu cầu: ${kinds.toLocaleLowerCase('vi')}`,
  merit: 'Gia đình người có công',
};
