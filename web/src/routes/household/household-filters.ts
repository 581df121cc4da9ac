export const standardCodes = ['VN-MDP-2022', 'VN-MDP-2027'] as const;

/** What a filter of households may be called in an address; each takes a short code, `tim` words and `nc` groups of conditions. */
const keys = [
  'tim', 'xa', 'thon', 'loai', 'chuan', 'xep', 'khuvuc', 'thieu', 'sothieu', 'nhucau', 'hotro', 'loaihotro', 'giupdo', 'nhom', 'nguyennhan', 'nguoi', 'nhankhau', 'nam', 'dangky', 'canbo', 'ketthuc', 'nc',
] as const;
export type FilterKey = (typeof keys)[number];

/** The list's filters as they stand in the address: `?loai=POOR&xa=121&thieu=housing&giupdo=chua&xep=-memberCount`. */
export type HouseholdFilters = Partial<Record<FilterKey, string>>;

/** The filters of an address; what is not one of ours, or not written as ours are, is dropped. What a code means the page knows. */
export function readHouseholdFilters(search: Record<string, unknown>): HouseholdFilters {
  const read: HouseholdFilters = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value !== 'string' || !value) continue;
    if (key === 'tim') read.tim = value.slice(0, 100);
    else if (value.length <= (key === 'nc' ? 1500 : 60) && /^[\w.,:;-]+$/.test(value)) read[key] = value;
  }
  return read;
}

/** Households of one standard only, since classes under two standards must never be counted together. */
export const standardOf = ({ chuan }: HouseholdFilters): string => standardCodes.find((code) => code === chuan) ?? standardCodes[0];

/** The filters without those that are empty. */
export const without = (filters: HouseholdFilters, ...dropped: FilterKey[]): HouseholdFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key, value]) => value && !dropped.includes(key as FilterKey)));
