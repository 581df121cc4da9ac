import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { classList as words } from '../../text/vi-class-list';
import { ChoiceBar } from '../../ui/choice-bar';
import { Page } from '../../ui/page';
import { NoPermission } from '../../ui/states';
import { listParts, type ClassListFilters, type FilterPart, type ListPart } from './class-list-filters';
import { DayList } from './day-list';
import { ExpectedExits } from './expected-exits';
import { Movements } from './movements';

export interface PartProps {
  filters: ClassListFilters;
  put: (part: FilterPart) => void;
}

const parts: Record<ListPart, { needs: string[]; Part: (props: PartProps) => React.ReactNode }> = {
  danhsach: { needs: ['Query.classRecords'], Part: DayList },
  biendong: { needs: ['Query.movementCounts'], Part: Movements },
  dukien: { needs: ['Query.expectedExits'], Part: ExpectedExits },
};

/** "Danh sách và biến động": the list as it stood on a day, what changed within days, and who is expected to leave it. */
export function ClassListPage() {
  const { viewer, permissions } = useSession();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/bien-dong' });
  const offered = listParts.filter((one) => parts[one].needs.every((path) => permissions.has(path)));
  const part = filters.phan ?? 'danhsach';
  const { Part } = parts[part];
  const go = (next: FilterPart) => {
    const search = Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as ClassListFilters;
    void navigate({ to: '/cong/$unitCode/bien-dong', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  return (
    <Page title={words.title} lead={words.lead} wide>
      {offered.length > 1 && (
        <div data-print="no">
          <ChoiceBar
            label={words.look}
            value={part}
            onChange={(phan) => go({ phan: phan === 'danhsach' ? undefined : phan, chuan: filters.chuan })}
            choices={offered.map((value) => ({ value, label: words.parts[value] }))}
          />
        </div>
      )}
      {offered.includes(part) ? <Part filters={filters} put={(changed) => go({ ...filters, ...changed })} /> : <NoPermission grantedBy={text.states.secretariat}>{words.closed}</NoPermission>}
    </Page>
  );
}
