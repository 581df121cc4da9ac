import type { ClientBase } from 'pg';
import { createAccount, type NewPost } from './account.service.js';
import { randomPassword } from './password.js';

interface DemonstrationAccount { readonly login: string; readonly name: string; readonly who: string; readonly posts: readonly NewPost[] }
export interface FirstPassword { readonly login: string; readonly password: string; readonly who: string }

const secretariat = 'thuong-truc', banLien = '02869';

/** Invented people, one for each way of working; that it is a demonstration the screen says. */
const accounts: readonly DemonstrationAccount[] = [
  { login: 'thuongtruc.lanhdao', name: 'Nguyễn Thị Thanh Hương', who: 'Lãnh đạo Cơ quan Thường trực',
    posts: [{ unitCode: secretariat, role: 'LEADER', sensitiveNouns: ['HouseholdIdentity', 'HouseholdIncome', 'MemberHealth', 'MeritRecord', 'PovertyCause', 'SupportLoan', 'HealthDeprivation'] }] },
  { login: 'thuongtruc.chuyenvien', name: 'Trần Quốc Việt', who: 'Chuyên viên Cơ quan Thường trực', posts: [{ unitCode: secretariat, role: 'OFFICER' }] },
  { login: 'thuongtruc.quantri', name: 'Lý Thị Bích Ngọc', who: 'Quản trị tài khoản Cơ quan Thường trực', posts: [{ unitCode: secretariat, role: 'ACCOUNT_ADMINISTRATOR' }] },
  { login: 'sxd.chuyenvien', name: 'Phạm Minh Tuấn', who: 'Chuyên viên Sở Xây dựng', posts: [{ unitCode: 'sxd', role: 'OFFICER' }] },
  { login: 'sxd.lanhdao', name: 'Lê Văn Khánh', who: 'Lãnh đạo Sở Xây dựng', posts: [{ unitCode: 'sxd', role: 'LEADER' }] },
  { login: 'sxd.quantri', name: 'Ngô Thị Hải Yến', who: 'Quản trị tài khoản Sở Xây dựng', posts: [{ unitCode: 'sxd', role: 'ACCOUNT_ADMINISTRATOR' }] },
  { login: 'snv.chuyenvien', name: 'Hoàng Thị Thu Hà', who: 'Chuyên viên Sở Nội vụ', posts: [{ unitCode: 'snv', role: 'OFFICER', sensitiveNouns: ['MeritRecord'] }] },
  { login: 'syt.chuyenvien', name: 'Vũ Thị Ngọc Lan', who: 'Chuyên viên Sở Y tế', posts: [{ unitCode: 'syt', role: 'OFFICER', sensitiveNouns: ['MemberHealth', 'PovertyCause'] }] },
  { login: 'sgddt.chuyenvien', name: 'Đỗ Đức Thắng', who: 'Chuyên viên Sở Giáo dục và Đào tạo', posts: [{ unitCode: 'sgddt', role: 'OFFICER' }] },
  { login: 'nhcsxh.chuyenvien', name: 'Bùi Quang Huy', who: 'Cán bộ Ngân hàng Chính sách xã hội', posts: [{ unitCode: 'nhcsxh', role: 'OFFICER', sensitiveNouns: ['SupportLoan'] }] },
  { login: 'banlien.chuyenvien', name: 'Vàng Thị Mai', who: 'Công chức UBND xã Bản Liền',
    posts: [{ unitCode: banLien, role: 'OFFICER', sensitiveNouns: ['HouseholdIdentity', 'HouseholdIncome', 'MemberHealth', 'MeritRecord', 'SupportLoan'] }] },
  { login: 'banlien.lanhdao', name: 'Lâm Văn Thành', who: 'Lãnh đạo UBND xã Bản Liền',
    posts: [{ unitCode: banLien, role: 'LEADER', sensitiveNouns: ['HouseholdIdentity', 'HouseholdIncome', 'MemberHealth', 'MeritRecord', 'SupportLoan'] }] },
  { login: 'banlien.quantri', name: 'Lù Văn Sinh', who: 'Quản trị tài khoản UBND xã Bản Liền', posts: [{ unitCode: banLien, role: 'ACCOUNT_ADMINISTRATOR' }] },
  { login: 'banlien.truongthon', name: 'Sùng A Páo', who: 'Trưởng thôn, xã Bản Liền (hai thôn)',
    posts: [{ unitCode: banLien, role: 'VILLAGE_OFFICER', villages: [`${banLien}001`, `${banLien}002`] }] },
  { login: 'lhpn.chuyenvien', name: 'Giàng Thị Dung', who: 'Cán bộ Hội Liên hiệp Phụ nữ tỉnh', posts: [{ unitCode: 'lhpn', role: 'OFFICER' }] },
  { login: 'lhpn.lanhdao', name: 'Đinh Thị Hồng Vân', who: 'Lãnh đạo Hội Liên hiệp Phụ nữ tỉnh', posts: [{ unitCode: 'lhpn', role: 'LEADER' }] },
  { login: 'mttq.chuyenvien', name: 'Nông Văn Hải', who: 'Cán bộ Ủy ban MTTQ Việt Nam tỉnh', posts: [{ unitCode: 'mttq', role: 'OFFICER' }] },
  { login: 'haichucvu', name: 'Đặng Thị Kim Oanh', who: 'Giữ hai chức vụ: Sở Nông nghiệp và Môi trường, Cơ quan Thường trực',
    posts: [{ unitCode: 'snnmt', role: 'OFFICER' }, { unitCode: secretariat, role: 'OFFICER' }] },
];

/**
 * Makes those demonstration accounts that do not exist yet and returns their first passwords, which stand nowhere else.
 * Random ones must be changed at the first sign-in; a `firstPassword` given by whoever runs the system need not.
 */
export async function seedDemonstrationAccounts(client: ClientBase, { firstPassword }: { readonly firstPassword?: string }): Promise<FirstPassword[]> {
  const { rows } = await client.query<{ login: string }>('SELECT login FROM account WHERE login = ANY ($1)', [accounts.map(a => a.login)]);
  const known = new Set(rows.map(row => row.login));
  const made: FirstPassword[] = [];
  for (const { login, name, who, posts } of accounts.filter(account => !known.has(account.login))) {
    const password = firstPassword ?? randomPassword();
    if (await createAccount(client, { login, name, password, mustChangePassword: firstPassword === undefined }, posts)) made.push({ login, password, who });
  }
  return made;
}
