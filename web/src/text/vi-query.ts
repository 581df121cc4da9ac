// Words of the query page; a file of their own, fetched with it.

export const query = {
  title: 'Tra cứu, thống kê',
  lead: 'Viết truy vấn GraphQL trên đúng phần dữ liệu mà cổng và vai của bạn được xem. Chỉ đọc; mỗi lần xem dữ liệu nhạy cảm được ghi lại.',
  samples: 'Truy vấn mẫu',
  samplesLead: 'Chọn một mẫu để đưa vào ô soạn, rồi sửa theo ý mình.',
  text: 'Truy vấn',
  textHint: 'Ctrl + Enter để chạy. Phím Tab thụt dòng; bấm Esc rồi Tab để rời ô này.',
  variables: 'Biến (JSON)',
  variablesHint: 'Ví dụ: {"xa": "121"}',
  run: 'Chạy',
  stop: 'Dừng',
  running: 'Đang chạy…',
  stopped: 'Đã dừng.',
  result: 'Kết quả',
  view: 'Cách xem',
  table: 'Bảng',
  json: 'JSON',
  measured: (rows: string, time: string, size: string) => `${rows} dòng · ${time} giây · ${size} KB`,
  measuredJson: (time: string, size: string) => `${time} giây · ${size} KB`,
  noList: 'Kết quả không có danh sách nào; xem ở dạng JSON.',
  emptyList: 'Danh sách không có dòng nào.',
  list: 'Danh sách trong kết quả',
  listSize: (path: string, rows: string) => `${path} (${rows} dòng)`,
  listOf: (path: string) => `Danh sách “${path}”`,
  limited: (shown: string, all: string) => `Bảng hiện ${shown} trong ${all} dòng; xem đủ ở dạng JSON.`,
  items: (count: string) => `${count} mục`,
  yes: 'có',
  no: 'không',
  errors: 'Truy vấn chưa chạy được',
  partial: 'Một phần kết quả bị thiếu',
  at: (line: number, column: number) => `Dòng ${line}, cột ${column}`,
  goTo: 'Tới chỗ lỗi',
  fields: (list: string) => `Các trường không được dùng: ${list}.`,
  badVariables: 'Biến chưa đúng dạng JSON. Kiểm tra dấu ngoặc, dấu nháy kép và dấu phẩy.',
  variablesObject: 'Biến phải là một đối tượng JSON, bắt đầu bằng { và kết thúc bằng }.',
  nothing: 'Nhập truy vấn trước khi chạy.',
  writes: 'Ô này chỉ để đọc. Thao tác ghi dùng các trang của cổng.',
  ready: 'Chưa chạy truy vấn nào.',
};

export interface Sample {
  name: string;
  /** Paths of `viewer.permissions` that the sample names. */
  needs: string[];
  text: string;
  variables?: string;
}

export const samples: Sample[] = [
  {
    name: 'Từ nhiệm vụ đến thành viên hộ',
    needs: ['Query.tasks', 'Unit.households', 'Household.members', 'Household.deprivations'],
    text: `{
  tasks(first: 1, filter: { code: { eq: "III.8(4)" } }) {
    nodes {
      code
      title
      assignments {
        role
        status
        unit {
          name
          households(first: 2) {
            code
            headName
            members { fullName birthYear }
            deprivations { indicator since }
          }
        }
      }
    }
  }
}`,
  },
  {
    name: 'Hộ nghèo, cũ nhất trước',
    needs: ['Query.households', 'HouseholdFilter.class'],
    text: `{
  households(first: 50, filter: { class: { eq: POOR } }, order: [{ classSince: ASC }]) {
    totalCount { value }
    nodes {
      code
      headName
      classSince
      memberCount
      village { name }
      commune { name }
    }
  }
}`,
  },
  {
    name: 'Hộ có từ 4 thiếu hụt trở lên ở một xã',
    needs: ['Query.households', 'HouseholdFilter.deprivationCount', 'HouseholdFilter.commune'],
    text: `query HoNhieuThieuHut($xa: ID!) {
  households(first: 100, filter: { commune: { eq: $xa }, deprivationCount: { gte: 4 } }, order: [{ deprivationCount: DESC }]) {
    nodes { code headName deprivationCount workerCount village { name } }
  }
}`,
    variables: '{\n  "xa": "121"\n}',
  },
  {
    name: 'Phần việc quá hạn',
    needs: ['Query.assignments', 'AssignmentFilter.status', 'AssignmentFilter.statusRule'],
    text: `{
  assignments(first: 100, filter: { statusRule: { eq: PAST_DUE } }, order: [{ dueDay: ASC }]) {
    totalCount { value }
    nodes {
      unit { name }
      task { code title }
      role
      dueDay
      lastEntryDay
    }
  }
}`,
  },
  {
    name: 'Chỉ tiêu của kế hoạch',
    needs: ['Query.plan', 'Plan.targets'],
    text: `{
  plan(year: 2026) {
    targets { clause name operator value unitOfMeasure population }
  }
}`,
  },
  {
    name: '47 xã đặc biệt khó khăn',
    needs: ['Query.units', 'UnitFilter.isExtremelyDisadvantaged'],
    text: `{
  units(first: 100, filter: { kind: { eq: commune }, isExtremelyDisadvantaged: { eq: true } }, order: [{ name: ASC }]) {
    totalCount { value }
    nodes { code name area headName officePhone }
  }
}`,
  },
];
