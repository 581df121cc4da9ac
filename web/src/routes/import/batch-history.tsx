import { useMemo } from 'react';
import { formatInstant, formatNumber } from '../../text/format';
import { importing as words, importKind, importState } from '../../text/vi-import';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { Empty } from '../../ui/states';
import type { ImportBatchFactsFragment } from './import.generated';

/** Files that the unit sent, latest first. */
export function BatchHistory({ batches, onOpen }: { batches: readonly ImportBatchFactsFragment[]; onOpen: (id: string) => void }) {
  const columns = useMemo<Column<ImportBatchFactsFragment>[]>(
    () => [
      { key: 'file', title: words.file, head: true, cell: ({ fileName }) => fileName },
      { key: 'kind', title: words.kind, cell: ({ kind }) => importKind[kind] ?? kind },
      { key: 'when', title: words.when, cell: ({ createdAt }) => formatInstant(createdAt) },
      { key: 'state', title: words.state, cell: ({ state }) => importState[state] ?? state },
      { key: 'saved', title: words.savedCount, align: 'end', cell: ({ saved }) => formatNumber(saved) },
      { key: 'open', title: words.open, cell: ({ id, fileName }) => <Button small label={`${words.open} ${fileName}`} onClick={() => onOpen(id)}>{words.open}</Button> },
    ],
    [onOpen],
  );
  if (batches.length === 0) return <Empty>{words.noHistory}</Empty>;
  return <DataTable caption={words.history} columns={columns} rows={batches} rowKey={({ id }) => id} />;
}
