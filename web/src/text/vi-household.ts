// Words of the household pages; a file of their own, fetched with those pages.

export const household = {
  title: 'Hộ gia đình',
  add: 'Thêm hộ',
  count: (shown: string, all: string) => (shown === all ? `${all} hộ` : `Đang xem ${shown} trong ${all} hộ`),
  none: 'Chưa có hộ nào khớp bộ lọc.',
  emptyDepartment: 'Hiện chưa có hộ nào mà phần việc của đơn vị bạn được xem. Hộ hiện ra khi thiếu hụt thuộc phần đơn vị chủ trì, hoặc khi đơn vị được phân công giúp đỡ.',
  emptyCommune: 'Xã chưa có danh sách hộ.',
  emptyOrganisation: 'Đơn vị bạn chưa được phân công giúp đỡ hộ nào.',
  more: (count: number) => `Xem thêm ${count} hộ`,
  synthetic: 'Dữ liệu minh họa',
  syntheticLead: 'Các hộ trong danh sách này do hệ thống tạo ra để minh họa, không phải hộ có thật.',
  syntheticOne: 'Hộ này do hệ thống tạo ra để minh họa, không phải hộ có thật.',
  search: 'Tìm chủ hộ, mã hộ',
  commune: 'Xã, phường',
  village: 'Thôn, bản',
  class: 'Phân loại',
  standard: 'Chuẩn nghèo',
  under: (scope: string, standard: string) => `${scope} · Chuẩn nghèo giai đoạn ${standard}`,
  order: 'Sắp xếp theo',
  code: 'Mã hộ',
  head: 'Chủ hộ',
  members: 'Nhân khẩu',
  dependents: 'Lao động / trẻ em',
  dependentsOf: (workers: string, children: string) => `${workers} / ${children}`,
  place: 'Nơi cư trú',
  lackCount: 'Số thiếu hụt',
  lacks: 'Chiều thiếu hụt',
  lacksOurs: 'Thiếu hụt được xem',
  noLack: 'Không ghi nhận',
  since: (day: string) => `từ ${day}`,
  hiddenColumns: (names: string) => `Cột ${names}:`,
  yourCommune: (name: string) => `Hộ trên địa bàn ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`,
  allHouseholds: 'Toàn tỉnh',
  departmentHouseholds: 'Các hộ mà phần việc của đơn vị liên quan đến',
  pairedHouseholds: 'Các hộ được phân công cho đơn vị giúp đỡ',
};

export const householdOrder = {
  code: 'Mã hộ',
  headName: 'Tên chủ hộ',
  commune: 'Xã, phường',
  village: 'Thôn, bản',
  class: 'Phân loại',
  classSince: 'Ngày phân loại, cũ trước',
  memberCount: 'Nhân khẩu, ít trước',
};

export const standards: Record<string, string | undefined> = {
  'VN-MDP-2022': '2022-2025, kéo dài đến hết 31/12/2026',
  'VN-MDP-2027': '2027-2030',
};

/** Short, for a list to choose from. */
export const standardChoices: Record<string, string | undefined> = { 'VN-MDP-2022': '2022-2025', 'VN-MDP-2027': '2027-2030' };

export const householdClass = {
  POOR: 'Hộ nghèo',
  NEAR_POOR: 'Hộ cận nghèo',
  NEWLY_ESCAPED: 'Mới thoát nghèo',
  NEWLY_ESCAPED_NEAR_POOR: 'Mới thoát cận nghèo',
  AVERAGE: 'Mức sống trung bình',
  NONE: 'Không thuộc diện',
};

export const areaType = { RURAL: 'Nông thôn', URBAN: 'Thành thị' };
export const sex: Record<string, string | undefined> = { FEMALE: 'Nữ', MALE: 'Nam' };
export const residence: Record<string, string | undefined> = {
  PRESENT: 'Đang ở nhà',
  AWAY: 'Đi làm, đi học xa',
  LEFT: 'Đã chuyển đi',
  DEAD: 'Đã mất',
};

export const dimension = {
  employment: 'Việc làm',
  health: 'Y tế',
  education: 'Giáo dục',
  housing: 'Nhà ở',
  water: 'Nước sinh hoạt và vệ sinh',
  information: 'Thông tin',
};

export const indicator: Record<string, string | undefined> = {
  JOB: 'Việc làm',
  DEPENDANTS: 'Người phụ thuộc',
  NUTRITION: 'Dinh dưỡng',
  INSURANCE: 'Bảo hiểm y tế',
  ADULT_EDUCATION: 'Trình độ giáo dục của người lớn',
  SCHOOLING: 'Đi học của trẻ em',
  HOUSING_QUALITY: 'Chất lượng nhà ở',
  HOUSING_AREA: 'Diện tích nhà ở',
  WATER: 'Nước sinh hoạt',
  LATRINE: 'Nhà tiêu hợp vệ sinh',
  TELECOM: 'Sử dụng dịch vụ viễn thông',
  INFORMATION_MEANS: 'Phương tiện tiếp cận thông tin',
};

export const groupKind = {
  MINORITY: 'Hộ dân tộc thiểu số',
  MERIT: 'Có thành viên là người có công',
  NO_LABOUR: 'Không có khả năng lao động',
  AGENT_ORANGE_CHILD: 'Có con của nạn nhân chất độc da cam',
};

export const pairingStage = { waitsCommune: 'Chờ xã', waitsHelper: 'Chờ đơn vị', agreed: 'Đã thống nhất, chưa bắt đầu' };
export const pairingState = { PROPOSED: 'Mới đề xuất', AGREED: 'Đã thống nhất, đang giúp đỡ', ENDED: 'Đã kết thúc' };

export const detail = {
  list: 'Hộ gia đình',
  print: 'In phiếu',
  printed: (name: string, when: string) => `${name} in lúc ${when}. Phiếu có dữ liệu cá nhân, chỉ dùng đúng việc được giao.`,
  glance: 'Thông tin chung',
  class: 'Phân loại',
  classUnder: (name: string, since: string) => `${name} từ ${since}`,
  standard: 'Chuẩn nghèo áp dụng',
  standardOf: (period: string) => `Giai đoạn ${period}`,
  place: 'Nơi cư trú',
  areaType: 'Khu vực',
  officer: 'Cán bộ phụ trách',
  people: 'Nhân khẩu',
  peopleOf: (members: string, workers: string, children: string) => `${members} người; ${workers} lao động, ${children} trẻ em dưới 16 tuổi`,
  memberCount: (members: string) => `${members} người`,
  ethnicity: 'Dân tộc',
  askEthnicity: 'Xem dân tộc',
  askEthnicityNote: 'lần xem được ghi lại',
  exit: 'Đăng ký thoát nghèo',
  exitOn: (day: string) => `Đăng ký ngày ${day}`,
  exitYear: (year: number) => `dự kiến thoát năm ${year}`,
  note: 'Ghi chú của xã',
  members: 'Thành viên',
  name: 'Họ và tên',
  headMark: 'chủ hộ',
  relation: 'Quan hệ với chủ hộ',
  birth: 'Năm sinh',
  sex: 'Giới tính',
  residence: 'Nơi ở hiện nay',
  papers: 'Giấy tờ',
  membersOurs: 'Chỉ hiện các thành viên mà phần việc của đơn vị bạn liên quan đến.',
  noMembersOurs: 'Không có thành viên nào thuộc phần đơn vị bạn được xem.',
  noMembers: 'Chưa có danh sách thành viên.',
  lacks: 'Chiều thiếu hụt',
  lackOpen: (name: string, since: string) => `${name}, từ ${since}`,
  lackClosed: (name: string, since: string, until: string) => `${name}: từ ${since}, đã khắc phục ${until}`,
  lackMeasure: (measure: string) => `Hiện trạng: ${measure}`,
  asOf: (day: string) => `Theo kết quả rà soát đến ${day}.`,
  noLack: 'Không thiếu hụt',
  noLackYet: 'Chưa ghi nhận',
  noLackSeen: 'Không ghi nhận trong phần bạn được xem',
  otherDimensions: 'Các chiều khác',
  groups: 'Nhóm đối tượng',
  groupSince: (since: string) => `từ ${since}`,
  groupUntil: (since: string, until: string) => `từ ${since} đến ${until}`,
  noGroups: 'Hộ không thuộc nhóm đối tượng nào.',
  noGroupsSeen: 'Không có nhóm đối tượng nào thuộc phần đơn vị bạn được xem.',
  otherGroups: 'Các nhóm khác',
  help: 'Giúp đỡ',
  noHelp: 'Chưa có đơn vị nào được phân công giúp đỡ hộ này.',
  noHelpOurs: 'Đơn vị bạn không được phân công giúp đỡ hộ này.',
  helpLeader: 'Lãnh đạo phụ trách',
  helpOfficer: 'Cán bộ phụ trách',
  helpPromise: 'Nội dung giúp đỡ',
  helpOutcome: 'Kết quả',
  helpDays: (from: string, to: string | null) => (to ? `Từ ${from} đến ${to}` : `Từ ${from}`),
  helpOver: 'Đã hết thời gian giúp đỡ',
  helpEnd: (reason: string) => `Lý do kết thúc: ${reason}`,
  sight: 'Đơn vị được xem hộ này vì',
  sightOwn: 'Đơn vị bạn được xem hộ này vì',
  sightSecretariat: 'Cơ quan Thường trực được xem mọi hộ trong tỉnh. Các đơn vị khác được xem hộ này vì:',
  sightDays: (from: string, to: string | null) => (to ? `từ ${from} đến ${to}` : `từ ${from}`),
  noSight: 'Chưa có đơn vị nào khác được xem.',
  locked: 'Phần bạn chưa được xem',
  lockedLead: 'Danh sách này giống nhau với mọi hộ, nên không cho biết hộ này có hay không có thông tin.',
  lockedAsk: (who: string) => `Muốn xem, hỏi: ${who}.`,
};

/** Why a unit sees a household, after the unit's name. */
export const sightCause: Record<string, ((part: string) => string) | undefined> = {
  OWN_COMMUNE: () => 'hộ cư trú trên địa bàn',
  DEPRIVED: (part) => `hộ thiếu hụt “${part}”, phần đơn vị chủ trì khắc phục`,
  GROUP: (part) => `hộ thuộc nhóm “${part}”, phần đơn vị chủ trì`,
  NEED: (part) => `hộ có nhu cầu “${part}”, phần đơn vị chủ trì`,
  MERIT: () => 'hộ có hồ sơ người có công',
  PROVIDER: () => 'đơn vị hỗ trợ hộ này',
  PAIRED: () => 'đơn vị được phân công giúp đỡ hộ',
  SUPERVISION: () => 'đơn vị đang giám sát, kiểm tra trên địa bàn',
  GRANTED: (part) => `xã đồng ý cho xem phần “${part}”`,
};

export const lockedPart: Record<string, string | undefined> = {
  Member: 'Thành viên',
  MemberLabour: 'Việc làm, đào tạo của thành viên',
  MemberSchooling: 'Học tập của thành viên',
  MemberInsurance: 'Bảo hiểm y tế của thành viên',
  MemberHealth: 'Sức khỏe của thành viên',
  HouseholdIdentity: 'Giấy tờ của thành viên',
  Deprivation: 'Chiều thiếu hụt',
  HealthDeprivation: 'Thiếu hụt về y tế',
  PovertyCause: 'Nguyên nhân nghèo',
  HouseholdGroup: 'Nhóm đối tượng',
  SupportNeed: 'Nhu cầu hỗ trợ',
  SupportAmount: 'Số tiền hỗ trợ',
  SupportLoan: 'Khoản vay',
  MeritRecord: 'Hồ sơ người có công',
  HouseholdIncome: 'Thu nhập và điểm rà soát',
  HouseholdContact: 'Địa chỉ, điện thoại',
  'Household.ethnicity': 'Dân tộc',
  'Household.note': 'Ghi chú của xã',
};

export const lockedReason: Record<string, string | undefined> = {
  PORTAL: 'Cổng của đơn vị bạn không được xem phần này.',
  POST: 'Vai làm việc này chưa được giao mở phần này.',
  ROWS: 'Chỉ xem được phần liên quan đến việc của đơn vị bạn.',
};

export const papers = {
  open: 'Mở giấy tờ',
  openOf: (name: string) => `Mở giấy tờ của ${name}`,
  recorded: 'Lần mở này được ghi lại: tên bạn, đơn vị, thời điểm, hộ và mục đích. Hộ có quyền hỏi ai đã xem thông tin của mình.',
  purpose: 'Mục đích mở',
  choosePurpose: 'Chọn mục đích…',
  missingPurpose: 'Chọn mục đích trước khi mở.',
  openNow: 'Mở và ghi lại',
  showAll: 'Hiện đủ số',
  kind: 'Loại giấy tờ',
  number: 'Số',
  insurance: 'Số thẻ bảo hiểm y tế',
  birthDate: 'Ngày sinh trên giấy tờ',
  tail: (tail: string) => `●●●●●●●●● ${tail}`,
  tailSpoken: (tail: string) => `ba số cuối ${tail}`,
  none: 'Chưa có giấy tờ được ghi nhận cho người này.',
  opened: (purpose: string) => `Đã mở với mục đích: ${purpose}. Đã ghi vào nhật ký truy cập.`,
};

export const paperKind: Record<string, string | undefined> = {
  CITIZEN_ID: 'Căn cước',
  BIRTH_NUMBER: 'Số định danh trong giấy khai sinh',
  NONE: 'Chưa có giấy tờ',
};

export const purpose = {
  VERIFY_PERSON: 'Đối chiếu nhân thân',
  PROVIDE_SUPPORT: 'Thực hiện hỗ trợ',
  REVIEW: 'Rà soát hộ nghèo, hộ cận nghèo',
  INSPECTION: 'Kiểm tra, giám sát',
  ANSWER_SUBJECT: 'Trả lời yêu cầu của chính người đó',
};
