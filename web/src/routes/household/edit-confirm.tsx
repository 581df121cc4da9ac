import { useEffect, useRef, type ReactNode } from 'react';
import { text } from '../../text/text';
import { edit as words } from '../../text/vi-household-edit';
import { Button } from '../../ui/button';
import { FormActions } from '../../ui/form';
import { Facts } from '../../ui/page';
import css from './edit-confirm.module.css';
import { wordsOf, type EditSpec, type Sent } from './edit-spec';

interface ConfirmEditProps {
  spec: EditSpec;
  values: Sent;
  busy: boolean;
  onConfirm: () => void;
  onBack: () => void;
}

/** The last look before what cannot be undone: what was entered, and what will follow from it. */
export function ConfirmEdit({ spec, values, busy, onConfirm, onBack }: ConfirmEditProps) {
  const entered = Object.entries(spec.fields).filter(([name, { kind }]) => kind !== 'version' && values[name] !== null);
  return (
    <Told>
      <h3>{words.checkTitle}</h3>
      <Facts items={entered.map(([name, field]) => ({ label: field.label, value: wordsOf(field, String(values[name])) }))} />
      <h3>{words.followsTitle}</h3>
      <ul className={css.follows}>
        {spec.follows?.(values).map((line) => <li key={line}>{line}</li>)}
      </ul>
      <FormActions>
        <Button kind="primary" busy={busy} onClick={onConfirm}>
          {spec.submit}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </FormActions>
    </Told>
  );
}

/** What has come of it, where more is to be said than a toast can. */
export function AfterEdit({ done, onClose, children }: { done: string; onClose: () => void; children: ReactNode }) {
  return (
    <Told>
      <p><strong>{done}</strong></p>
      {children}
      <FormActions>
        <Button onClick={onClose}>{text.control.close}</Button>
      </FormActions>
    </Told>
  );
}

/** Stands in place of the form that had the focus, and takes it. */
function Told({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return <div ref={box} tabIndex={-1} role="group" className={css.told}>{children}</div>;
}
