// What the buttons of a household's page say; the forms' own words are in vi-household-edit.ts, fetched with the first form.

/** "Sửa: Nhà ở, Sở Xây dựng", for whoever does not see which row a button stands in. */
export const actionOf = (label: string, row: string): string => `${label}: ${row}`;

export const action = {
  change: 'Sửa',
  print: 'In phiếu hộ',
  certificate: 'Giấy xác nhận',
  moves: 'Biến động',
  movesOf: 'Biến động: phân loại, tách, chuyển, nhập, kết thúc hộ',
  log: 'Ai đã mở xem',
  addMember: 'Thêm thành viên',
  memberMenu: 'Chọn',
  memberMenuOf: (name: string) => `Chọn: mở hoặc sửa thông tin của ${name}`,
  openGroup: 'Mở theo mục đích',
  changeGroup: 'Cập nhật',
  changeMember: 'Họ tên, năm sinh, nơi ở',
  changeLabour: 'Việc làm, đào tạo',
  changeSchooling: 'Học tập',
  changeInsurance: 'Bảo hiểm y tế',
  addLack: 'Ghi thiếu hụt',
  endLack: 'Đã khắc phục',
  addCause: 'Thêm nguyên nhân',
  endCause: 'Không còn',
  addGroup: 'Thêm nhóm',
  endGroup: 'Không còn',
  addNeed: 'Thêm nhu cầu',
  endNeed: 'Kết thúc',
  addSupport: 'Thêm hỗ trợ',
  verify: 'Xác nhận hộ đã nhận',
  addPairing: 'Đề xuất giúp đỡ',
  confirmPairing: 'Xác nhận',
  declinePairing: 'Từ chối',
  takeBackPairing: 'Rút đề xuất',
  endPairing: 'Kết thúc giúp đỡ',
  addMerit: 'Thêm hồ sơ người có công',
  confirmMerit: 'Xác nhận hồ sơ',
  addIncome: 'Ghi thu nhập, điểm',
  request: 'Đề nghị mở xem',
  grant: 'Đồng ý',
  refuse: 'Không đồng ý',
  withdraw: 'Rút đề nghị',
  revoke: 'Dừng cho xem',
};

/** The movements of a household, by the mutations that record them. */
export const move = {
  recordClass: 'Quyết định phân loại',
  splitHousehold: 'Tách hộ',
  moveHousehold: 'Chuyển đi',
  mergeHouseholds: 'Nhập hộ',
  endHousehold: 'Kết thúc hộ',
};
