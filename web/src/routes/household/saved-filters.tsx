import { useState } from 'react';
import { saved as words } from '../../text/vi-household-list';
import { Flyout } from '../../ui/flyout';
import css from './household-list.module.css';
import { without, type HouseholdFilters } from './household-filters';
import { SavedFilterList } from './saved-filter-list';
import { SaveFilterDialog } from './save-filter-dialog';

interface SavedFiltersProps {
  filters: HouseholdFilters;
  change: (next: HouseholdFilters) => void;
}

/** The filters that this post keeps: taken, kept under a name, removed. */
export function SavedFilters({ filters, change }: SavedFiltersProps) {
  const [isSaving, setIsSaving] = useState(false);
  const query = new URLSearchParams(without(filters) as Record<string, string>).toString();
  return (
    <>
      <Flyout label={words.open} button={(props) => <button type="button" className={css.menuButton} {...props}>{words.open} <span aria-hidden="true">▾</span></button>}>
        {(close) => (
          <SavedFilterList
            canSave={query !== ''}
            save={() => {
              close();
              setIsSaving(true);
            }}
            take={(next) => {
              close();
              change(next);
            }}
          />
        )}
      </Flyout>
      {isSaving && <SaveFilterDialog query={query} onClose={() => setIsSaving(false)} />}
    </>
  );
}
