import { createContext, lazy, Suspense, use, useState, type ReactNode } from 'react';
import { useCan } from '../../session';
import { Button } from '../../ui/button';
import type { MemberHealthsQuery, MeritsQuery, PapersQuery, Purpose } from './household-opened.generated';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';
import type { EditedRows, RowEdit } from './row-edits';

/** One thing to change on this page, and the row that it is about. */
export type Edit =
  | { of: 'household' | 'contact' | 'addMember' | 'deprivation' | 'cause' | 'group' | 'need' | 'income' | 'support' | 'pairing' | 'request' }
  | { of: 'member' | 'labour' | 'schooling' | 'insurance' | 'endDeprivation' | 'endCause' | 'endGroup' | 'endNeed' | 'changeSupport' | 'verifySupport' | 'amount'; id: string }
  | RowEdit
  /** Of the member whose menu it was opened from, or of one still to be chosen. */
  | { of: 'addMerit'; id?: string }
  /** What was read for a purpose is handed over, since no cache keeps it. */
  | { of: 'health'; id: string; opened: OpenedHealth | null; purpose: Purpose }
  | { of: 'identity'; id: string; opened: OpenedPapers | null; purpose: Purpose }
  | { of: 'changeMerit' | 'confirmMerit'; opened: OpenedMerit; purpose: Purpose };

/** What happens to the whole household, named as its mutation is. */
export type Move = 'recordClass' | 'splitHousehold' | 'moveHousehold' | 'mergeHouseholds' | 'endHousehold';
type Opening = Edit | { of: 'movement'; move: Move };

type MemberOf<Q extends { household: unknown }> = NonNullable<Q['household']> extends { members: (infer M)[] } ? M : never;
export type OpenedHealth = NonNullable<MemberOf<MemberHealthsQuery>['health']>;
export type OpenedPapers = NonNullable<MemberOf<PapersQuery>['identity']>;
export type OpenedMerit = NonNullable<MeritsQuery['household']>['merits'][number];

const EditContext = createContext<((edit: Opening) => void) | null>(null);

/** Opens the form for one change; null where nothing may be changed: another's page, or a household that has ended. */
export const useEdit = (): ((edit: Opening) => void) | null => use(EditContext);

const EditPanel = lazy(() => import('./edit-panel').then((module) => ({ default: module.EditPanel })));
const MovementPanel = lazy(() => import('./movement-panel').then((module) => ({ default: module.MovementPanel })));

interface EditingProps {
  household: Household;
  story: HouseholdStory | undefined;
  children: ReactNode;
}

/** Gives the page's buttons their forms, which are fetched when the first one is opened. */
export function Editing({ household, story, children }: EditingProps) {
  const [edit, setEdit] = useState<{ now: Opening; key: number }>();
  const open = (now: Opening) => setEdit((last) => ({ now, key: (last?.key ?? 0) + 1 }));
  const panel = { household, story, onClose: () => setEdit(undefined) };
  return (
    <EditContext value={household.endedOn ? null : open}>
      {children}
      <Suspense>
        {edit?.now.of === 'movement' && <MovementPanel key={edit.key} move={edit.now.move} {...panel} />}
        {edit && edit.now.of !== 'movement' && <EditPanel key={edit.key} edit={edit.now} {...panel} />}
      </Suspense>
    </EditContext>
  );
}

const RowPanel = lazy(() => import('./row-panel').then((module) => ({ default: module.RowPanel })));

/** The same for a list of pairings or requests, which stands outside of a household's page. */
export function RowEditing({ rows, children }: { rows: EditedRows; children: ReactNode }) {
  const [edit, setEdit] = useState<{ now: Opening; key: number }>();
  const open = (now: Opening) => setEdit((last) => ({ now, key: (last?.key ?? 0) + 1 }));
  return (
    <EditContext value={open}>
      {children}
      <Suspense>{edit && edit.now.of !== 'movement' && <RowPanel key={edit.key} edit={edit.now} rows={rows} onClose={() => setEdit(undefined)} />}</Suspense>
    </EditContext>
  );
}

interface EditButtonProps {
  edit: Edit;
  /** The mutation without which the button is not there. */
  needs: string;
  /** Names the row for whoever does not see where the button stands. */
  label?: string;
  kind?: 'secondary' | 'quiet';
  children: ReactNode;
}

/** A button that opens a form of this page; absent for a portal or post that may not send it. */
export function EditButton({ edit, needs, label, kind = 'quiet', children }: EditButtonProps) {
  const open = useEdit();
  const may = useCan(`Mutation.${needs}`);
  if (!open || !may) return null;
  return (
    <Button small kind={kind} label={label} onClick={() => open(edit)}>
      {children}
    </Button>
  );
}
