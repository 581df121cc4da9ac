// Words of what a household's page prints.

export const paper = {
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  committee: 'ỦY BAN NHÂN DÂN',
  sheet: 'PHIẾU THÔNG TIN HỘ',
  synthetic: 'Số liệu minh họa',
  writer: 'NGƯỜI LẬP PHIẾU',
  chair: 'XÁC NHẬN CỦA ĐƠN VỊ',
  listWriter: 'NGƯỜI LẬP DANH SÁCH',
  committeeChair: 'TM. ỦY BAN NHÂN DÂN',
  unitHead: 'THỦ TRƯỞNG ĐƠN VỊ',
  dated: '…………, ngày …… tháng …… năm ……',
  theSheet: 'Phiếu',
  theList: 'Danh sách',
  signHere: '(Ký, ghi rõ họ tên)',
  signAndSeal: '(Ký, đóng dấu, ghi rõ họ tên)',
  printed: (name: string, unit: string, when: string, day: string, what: string) =>
    `${name}, ${unit}, in lúc ${when} (ngày làm việc ${day}). ${what} chỉ có phần người in được xem, chứa dữ liệu cá nhân, chỉ dùng đúng việc được giao.`,
};
