import { useRef, type KeyboardEvent, type Ref } from 'react';
import { query as words } from '../../text/vi-query';
import { LongTextField } from '../../ui/field';
import css from './query.module.css';

interface QueryEditorProps {
  value: string;
  error?: string;
  onChange: (value: string) => void;
  ref: Ref<HTMLTextAreaElement>;
}

/** A plain editor: Tab indents; after Escape the next Tab leaves, so that the keyboard is never caught (WCAG 2.1.2). */
export function QueryEditor({ value, error, onChange, ref }: QueryEditorProps) {
  const leaving = useRef(false);
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      leaving.current = true;
      return;
    }
    const area = event.target;
    const indents = event.key === 'Tab' && !event.shiftKey && !leaving.current && area instanceof HTMLTextAreaElement;
    leaving.current = event.key === 'Shift' && leaving.current;
    if (!indents) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = area;
    area.setRangeText('  ', selectionStart, selectionEnd, 'end');
    onChange(area.value);
  };
  return (
    <div className={css.text} onKeyDown={keys}>
      <LongTextField
        ref={ref}
        label={words.text}
        hint={words.textHint}
        rows={16}
        required
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

/** Where a line and column (from 1) stand in a text. */
export const offsetOf = (typed: string, line: number, column: number): number =>
  typed.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
