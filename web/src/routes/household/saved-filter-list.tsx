import { useQuery } from '@apollo/client/react';
import { Answer } from '../../graphql/answer';
import { command, sayOutcome } from '../../graphql/mutation';
import { inOrder } from '../../text/format';
import { saved as words } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { toast } from '../../ui/toast';
import { readHouseholdFilters, type HouseholdFilters } from './household-filters';
import css from './household-list.module.css';
import { RemoveFilterDocument, SaveFilterDocument, SavedFiltersDocument, type SavedFiltersQuery } from './saved-filters.generated';

type Kept = SavedFiltersQuery['savedFilters'][number];
/** The list that these filters are of, as the address names it. */
export const savedPage = 'ho';

interface SavedFilterListProps {
  canSave: boolean;
  save: () => void;
  take: (filters: HouseholdFilters) => void;
}

/** What the panel of saved filters shows; removing one can be taken back while its message stands. */
export function SavedFilterList({ canSave, save, take }: SavedFilterListProps) {
  const result = useQuery(SavedFiltersDocument);
  const again = () => void result.refetch();
  const remove = async ({ id, name, query, page }: Kept) => {
    const outcome = await command(RemoveFilterDocument, { input: { id } });
    if (outcome.kind !== 'done') return void sayOutcome(outcome, '');
    again();
    toast(words.removed(name), { undo: () => void command(SaveFilterDocument, { input: { page, name, query } }).then((undone) => sayOutcome(undone, words.kept(name)) && again()) });
  };
  return (
    <div className={css.saved}>
      <Answer result={result} data={result.data} what={words.failed} rows={2} rowHeight={36}>
        {({ savedFilters }) => {
          const ours = savedFilters.filter(({ page }) => page === savedPage).sort((one, other) => inOrder.compare(one.name, other.name));
          if (ours.length === 0) return <p>{words.none}</p>;
          return (
            <ul>
              {ours.map((kept) => (
                <li key={kept.id}>
                  <button type="button" className={css.take} onClick={() => take(readHouseholdFilters(Object.fromEntries(new URLSearchParams(kept.query))))}>{kept.name}</button>
                  <Button small kind="quiet" label={words.removeOf(kept.name)} onClick={() => void remove(kept)}>{words.remove}</Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <Button small disabledReason={canSave ? undefined : words.nothing} onClick={save}>{words.save}</Button>
    </div>
  );
}
