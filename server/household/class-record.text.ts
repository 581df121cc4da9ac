/** Classes and movements in the words of the lists. */
export const classNames: Readonly<Record<string, string>> = {
  POOR: 'hộ nghèo', NEAR_POOR: 'hộ cận nghèo', NEWLY_ESCAPED: 'hộ mới thoát nghèo', NEWLY_ESCAPED_NEAR_POOR: 'hộ mới thoát cận nghèo', AVERAGE: 'hộ có mức sống trung bình', NONE: 'không thuộc diện',
};
export const movementNames: Readonly<Record<string, string>> = {
  LISTED: 'lập danh sách lần đầu', NEWLY_ARISEN: 'nghèo phát sinh mới', NEWLY_ARISEN_NEAR_POOR: 'cận nghèo phát sinh mới', RELAPSED: 'tái nghèo', RELAPSED_NEAR_POOR: 'tái cận nghèo',
  ESCAPED: 'thoát nghèo', ESCAPED_NEAR_POOR: 'thoát cận nghèo', POOR_TO_NEAR_POOR: 'hộ nghèo thành cận nghèo', NEAR_POOR_TO_POOR: 'hộ cận nghèo thành nghèo', UNCHANGED: 'không thay đổi',
  LEVEL_CHANGED: 'thay đổi mức sống', STANDARD_CHANGED: 'chuyển chuẩn nghèo', WINDOW_ENDED: 'hết thời gian mới thoát', MOVED_IN: 'chuyển đến', SPLIT: 'tách hộ',
};
