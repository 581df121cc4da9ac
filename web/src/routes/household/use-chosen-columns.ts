import { useMemo, useState } from 'react';
import { useSession } from '../../session';
import { columnsFor } from './household-columns';

/** The columns that are shown, in order; what was chosen stays on this device for the unit's portal. The code always comes first. */
export function useChosenColumns() {
  const { viewer, permissions } = useSession();
  const key = `cot:${viewer.unit.code}:ho`;
  const columns = useMemo(() => columnsFor(viewer.portalKind, permissions), [viewer.portalKind, permissions]);
  const [chosen, setChosen] = useState(() => read(key));
  const keys = ['code', ...(chosen ?? columns.first).filter((one) => one !== 'code')];
  const shown = useMemo(() => keys.flatMap((one) => columns.offered.find((column) => column.key === one) ?? []), [keys.join(), columns]);
  const choose = (next: string[] | null) => {
    keep(key, next);
    setChosen(next);
  };
  return { ...columns, shown, choose };
}

function read(key: string): string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : null;
  } catch {
    return null;
  }
}

function keep(key: string, chosen: string[] | null): void {
  try {
    if (chosen) localStorage.setItem(key, JSON.stringify(chosen));
    else localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing forgets the choice with the page.
  }
}
