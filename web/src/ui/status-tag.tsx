import type { ReactNode } from 'react';
import { text } from '../text/text';
import css from './status-tag.module.css';
import { Why } from './why';

export type StatusTone = 'good' | 'risk' | 'late' | 'quiet' | 'done';
const shapes: Record<StatusTone, string> = { good: '●', risk: '▲', late: '■', quiet: '○', done: '✓' };

interface StatusTagProps {
  tone: StatusTone;
  label: string;
  /** The rule, the figures it was applied to, and the day of the data; opens from "Vì sao?". */
  why?: { rule: string; figures: { label: string; value: string }[]; dataDay: string };
}

/** A status as colour, shape and words together, never one of them alone. */
export function StatusTag({ tone, label, why }: StatusTagProps) {
  const tag = (
    <span className={css.tag} data-tone={tone}>
      <span aria-hidden="true">{shapes[tone]}</span> {label}
    </span>
  );
  if (!why) return tag;
  return (
    <span className={css.withWhy}>
      {tag}
      <Why of={label}>
        <p>{why.rule}</p>
        <Figures items={why.figures} />
        <p className={css.dataDay}>{text.figure.dataDay(why.dataDay)}</p>
      </Why>
    </span>
  );
}

function Figures({ items }: { items: { label: string; value: ReactNode }[] }) {
  if (items.length === 0) return null;
  return (
    <dl className={css.figures}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
