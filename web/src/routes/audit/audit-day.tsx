import { useEffect, useState } from 'react';
import { formatDay, parseDay } from '../../text/format';
import { audit as words } from '../../text/vi-audit';
import { DayField } from '../../ui/field';

/** A day that may be left out: taken once it is whole, complained of when the field is left. */
export function AuditDay({ label, day, put }: { label: string; day: string | undefined; put: (day: string) => void }) {
  const [typed, setTyped] = useState(day ? formatDay(day) : '');
  const [isLeft, setIsLeft] = useState(false);
  useEffect(() => setTyped(day ? formatDay(day) : ''), [day]);
  const read = typed.trim() ? parseDay(typed) : '';
  const take = () => {
    setIsLeft(true);
    if (read !== null && read !== (day ?? '')) put(read);
  };
  // A form of its own, so that Enter takes what was typed.
  return (
    <form onSubmit={(event) => { event.preventDefault(); take(); }}>
      <DayField
        label={label} value={typed} error={isLeft && read === null ? words.badDay(label) : undefined}
        onChange={(event) => { setIsLeft(false); setTyped(event.currentTarget.value); }} onBlur={take}
      />
    </form>
  );
}
