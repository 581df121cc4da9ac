/** Stand-in sentences of progress entries by task group; every one says that its figures are for illustration. */
export const doneByGroup: Readonly<Record<string, readonly string[]>> = {
  'III.1': ['Đã quán triệt kế hoạch đến toàn thể cán bộ; đưa nhiệm vụ giảm nghèo vào chương trình công tác (số liệu minh họa).', 'Thực hiện các việc trọng tâm theo kế hoạch của đơn vị, đúng tiến độ đề ra (số liệu minh họa).'],
  'III.2': ['Đã tổ chức hội nghị phổ biến, lồng ghép trong họp thôn; nhân dân đồng tình hưởng ứng (số liệu minh họa).', 'Đã phân công cán bộ theo dõi, phối hợp với cơ quan chủ trì thực hiện (số liệu minh họa).'],
  'III.3': ['Cập nhật danh sách hộ nghèo, hộ cận nghèo theo đề nghị phát sinh trong tháng (số liệu minh họa).', 'Đã thông báo danh sách tại nhà văn hóa các thôn, chưa có ý kiến khác (số liệu minh họa).'],
  'III.4': ['Đã góp ý dự thảo chính sách ủy thác vốn và tổng hợp nhu cầu vay của địa bàn (số liệu minh họa).'],
  'III.5': ['Đã tuyên truyền trên loa truyền thanh và tại họp thôn, vận động hộ đăng ký thoát nghèo (số liệu minh họa).', 'Giới thiệu gương hộ thoát nghèo tiêu biểu tại hội nghị của xã (số liệu minh họa).'],
  'III.6': ['Đã rà soát nhu cầu học nghề, vay vốn và lập danh sách hộ tham gia mô hình (số liệu minh họa).', 'Mở lớp dạy nghề ngắn hạn, giải ngân vốn hỗ trợ sản xuất theo tiến độ (số liệu minh họa).'],
  'III.7': ['Đã rà soát hộ có người có công, lập phương án hỗ trợ từng hộ (số liệu minh họa).', 'Chi trả chế độ đầy đủ, thăm hỏi gia đình chính sách trên địa bàn (số liệu minh họa).'],
  'III.8': ['Đã tổng hợp hộ thiếu hụt, phân công cán bộ hướng dẫn từng hộ khắc phục (số liệu minh họa).', 'Một phần số hộ đã khắc phục xong chỉ số thiếu hụt, số còn lại đang thực hiện (số liệu minh họa).'],
  'III.9': ['Đã phân bổ vốn được giao, đang hoàn thiện hồ sơ giải ngân (số liệu minh họa).', 'Vận động ủng hộ Quỹ "Vì người nghèo" tại cơ quan và các thôn (số liệu minh họa).'],
  'III.10': ['Đã kiểm tra việc thực hiện tại cơ sở và nhắc nhở những việc chậm (số liệu minh họa).'],
  IV: ['Thực hiện thường xuyên theo chức năng, nhiệm vụ được giao (số liệu minh họa).', 'Đã triển khai đến các bộ phận chuyên môn, kết quả đạt yêu cầu đề ra (số liệu minh họa).'],
};

/** Stand-in difficulties, each with the request that follows from it. */
export const difficulties = [
  { difficulty: 'Kinh phí được giao chậm, một số việc chưa có nguồn thực hiện (số liệu minh họa).', request: 'Đề nghị bố trí đủ kinh phí trong quý III.' },
  { difficulty: 'Cán bộ kiêm nhiệm nhiều việc, địa bàn rộng, đi lại khó khăn (số liệu minh họa).', request: 'Đề nghị tập huấn nghiệp vụ cho cán bộ cơ sở.' },
  { difficulty: 'Mưa lũ làm gián đoạn việc thi công và đi lại của các hộ (số liệu minh họa).', request: 'Đề nghị điều chỉnh thời hạn hoàn thành một số công trình.' },
  { difficulty: 'Một số hộ thiếu đất sản xuất, chưa mạnh dạn vay vốn (số liệu minh họa).', request: null },
] as const;

/** How a dated milestone went: the share of units that completed it and of those the share that did so late. */
export interface MilestoneStory {
  readonly completed: number;
  readonly late: number;
  readonly text: string;
  /** Days before the due day on which it was done, at least and at most. */
  readonly ahead: readonly [number, number];
  /** Units whose story is told: the day of completion, or null with how far they have come. */
  readonly units?: Readonly<Record<string, { readonly day: string | null; readonly percent?: number }>>;
}

const ownPlan: MilestoneStory = { completed: 0.91, late: 0.06, ahead: [0, 7], text: 'Đã ban hành kế hoạch giảm nghèo năm 2026 của đơn vị và gửi cơ quan Thường trực (số liệu minh họa).' };
const housing: MilestoneStory = {
  completed: 0.6, late: 0.1, ahead: [1, 25], text: 'Đã hoàn thành, bàn giao nhà cho gia đình thuộc diện hỗ trợ (số liệu minh họa).',
  units: { snv: { day: null, percent: 65 }, sxd: { day: '2026-07-20' } },
};

/** By task, for its first dated milestone. */
export const milestoneStories: Readonly<Record<string, MilestoneStory>> = {
  'III.1': ownPlan,
  'IV.13(1)': ownPlan,
  'III.3': { completed: 0.2, late: 0, ahead: [24, 40], text: 'Đã ban hành kế hoạch rà soát định kỳ năm 2026 (số liệu minh họa).' },
  'III.4': {
    completed: 0.75, late: 0.15, ahead: [1, 20], text: 'Đã gửi văn bản tham gia xây dựng chính sách ủy thác vốn (số liệu minh họa).',
    units: { snnmt: { day: '2026-07-14' }, nhcsxh: { day: '2026-06-25' } },
  },
  'III.7(2)': housing,
  'III.8(4)': housing,
  'III.10': { completed: 0.85, late: 0.12, ahead: [1, 9], text: 'Đã gửi báo cáo sơ kết 6 tháng (số liệu minh họa).' },
};

/** Tasks of the whole year that some units have already finished, with the share of those. */
export const finishedEarly: Readonly<Record<string, number>> = { 'III.2(4)': 0.25, 'IV.13(3)': 0.4 };

/** What the leads of counted targets had reached at the second and at the third report: behind, at risk and on time. */
export const reached: Readonly<Record<string, readonly [number, number]>> = {
  'III.2(8) snnmt': [420, 660],
  'III.6(2) sgddt': [610, 1240],
  'III.6(3) snnmt': [2600, 4150],
  'III.6(4) nhcsxh': [4850, 7310],
};
