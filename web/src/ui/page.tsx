import { useEffect, useId, useRef, type ReactNode } from 'react';
import { text } from '../text/text';
import css from './page.module.css';

let firstPage = true;

interface PageProps {
  title: string;
  /** Stands above the title: where one is, or the clause. */
  over?: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
  aside?: ReactNode;
  /** Lists use the full width; texts stay at 1040 px. */
  wide?: boolean;
  children: ReactNode;
}

/** A page: sets the window's title, and moves focus to its heading when one came from another page. */
export function Page({ title, over, lead, action, aside, wide, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <article className={wide ? css.wide : css.page}>
      <title>{`${title} · ${text.app.name}`}</title>
      <header className={css.head}>
        <div className={css.headText}>
          {over && <div className={css.over}>{over}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className={css.lead}>{lead}</div>}
        </div>
        {action && <div className={css.action}>{action}</div>}
      </header>
      <div className={aside ? css.withAside : undefined}>
        <div className={css.body}>{children}</div>
        {aside && <aside className={css.aside}>{aside}</aside>}
      </div>
    </article>
  );
}

interface SectionProps {
  title: string;
  count?: number;
  action?: ReactNode;
  /** Without a card around it, for lists that bring their own. */
  bare?: boolean;
  id?: string;
  children: ReactNode;
}

/** A titled part of a page; the heading names the region for assistive technology. */
export function Section({ title, count, action, bare, id, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className={css.section} aria-labelledby={headingId} id={id}>
      <div className={css.sectionHead}>
        <h2 id={headingId}>
          {title}
          {count !== undefined && <span className={css.count}>{count}</span>}
        </h2>
        {action}
      </div>
      {bare ? children : <div className={css.card}>{children}</div>}
    </section>
  );
}

/** Label and value pairs; a missing value says that there is none. */
export function Facts({ items }: { items: { label: string; value: ReactNode }[] }) {
  return (
    <dl className={css.facts}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? text.hidden.none}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Something to know before reading on, on yellow; never for what is late. */
export function Notice({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className={css.notice}>
      {title && <strong>{title}. </strong>}
      {children}
    </div>
  );
}
