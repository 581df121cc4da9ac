import { ExportListButton } from '../export/export-button';

export interface ExportButtonProps {
  /** What the list shows now, as the server was asked for it. */
  filter: object;
  order: readonly object[];
  /** Keys of the columns that are shown, in order. */
  columns: readonly string[];
}

/** The households of the list as a file. */
export function ExportButton({ filter, order }: ExportButtonProps) {
  return <ExportListButton kind="HOUSEHOLDS" filter={filter} order={order} />;
}
