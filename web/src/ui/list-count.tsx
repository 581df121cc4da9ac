import type { ReactNode } from 'react';
import css from './data-table.module.css';

/** "Xem thêm 25" under a list that the server gives in pages, with the count read out. */
export function ListCount({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={css.count}>
      {children}
    </p>
  );
}
