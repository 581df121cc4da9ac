import { Link } from '@tanstack/react-router';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { sex } from '../../text/vi-household';
import { people as words } from '../../text/vi-household-list';
import { labourStatus, meritKind, schoolLevel, trainedLevel } from '../../text/vi-household-kind';
import type { Column } from '../../ui/data-table';
import type { PeopleList } from './people-filters';
import type { PeopleOfMeritQuery, PeopleQuery } from './people.generated';

type Member = PeopleQuery['members']['nodes'][number];
type Merit = PeopleOfMeritQuery['meritRecords']['nodes'][number];
/** One person of a list; only what the list is about is filled in. */
export interface Person extends Omit<Member, 'id'> {
  id: string;
  merit?: Merit;
}

const told: Record<PeopleList, { title: string; cell: (person: Person) => string }> = {
  chuadaotao: { title: words.labour, cell: ({ labour }) => (labour ? line(labourStatus[labour.status], labour.occupation, trainedLevel[labour.trainedLevel]) : text.hidden.none) },
  thatnghiep: { title: words.labour, cell: ({ labour }) => (labour ? line(labourStatus[labour.status], trainedLevel[labour.trainedLevel]) : text.hidden.none) },
  khongdihoc: { title: words.schooling, cell: ({ schooling }) => (schooling ? line(schoolLevel[schooling.level], schooling.reason) : text.hidden.none) },
  chuabhyt: { title: words.insurance, cell: ({ insurance }) => (insurance?.validTo ? words.cardEnded(formatDay(insurance.validTo)) : words.noCard) },
  nguoicocong: { title: words.merit, cell: ({ merit }) => (merit ? line(meritKind[merit.kind], merit.decisionNumber) : text.hidden.none) },
};

/** The columns of a list of people: who, of which household and place, and what the list is about. */
export function peopleColumns(list: PeopleList, year: number, seesMany: boolean): Column<Person>[] {
  return [
    { key: 'name', title: words.name, head: true, cell: ({ fullName }) => fullName },
    { key: 'age', title: words.age, cell: ({ birthYear }) => words.ageOf(birthYear, year - birthYear) },
    { key: 'sex', title: words.sex, cell: (person) => sex[person.sex] ?? person.sex },
    { key: 'household', title: words.household, cell: ({ household }) => (household ? <HouseholdLink {...household} /> : text.hidden.none) },
    { key: 'village', title: words.village, cell: ({ household }) => household?.village?.name ?? text.hidden.none },
    ...(seesMany ? [{ key: 'commune', title: words.commune, cell: ({ household }: Person) => household?.commune.shortName ?? text.hidden.none }] : []),
    { key: 'told', ...told[list] },
  ];
}

function HouseholdLink({ id, code, headName }: NonNullable<Person['household']>) {
  return (
    <Link from="/cong/$unitCode/danh-sach-nguoi" to="/cong/$unitCode/ho/$householdId" params={{ householdId: id }}>
      {code}, {headName}
    </Link>
  );
}

const line = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('; ');
