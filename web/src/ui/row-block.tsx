import { useEffect, useRef, useState, type ReactNode } from 'react';
import css from './work-table.module.css';

/** Rows of a long table: while they are far from the window an empty row of their height stands for them. */
export function RowBlock({ span, children }: { span: number; children: ReactNode }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry && setHeight(entry.isIntersecting ? undefined : entry.boundingClientRect.height), { rootMargin: '1500px 0px' });
    if (body.current) seen.observe(body.current);
    return () => seen.disconnect();
  }, []);
  return (
    <tbody ref={body}>
      {height === undefined ? (
        children
      ) : (
        <tr aria-hidden="true" className={css.gap}>
          <td colSpan={span} className={css.gap} style={{ height }} />
        </tr>
      )}
    </tbody>
  );
}
