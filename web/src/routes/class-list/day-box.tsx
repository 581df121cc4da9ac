import { useEffect, useState } from 'react';
import { formatDay, parseDay } from '../../text/format';
import { classList as words } from '../../text/vi-class-list';
import { DayField } from '../../ui/field';

interface DayBoxProps {
  label: string;
  /** "2026-09-08" */
  day: string;
  put: (day: string) => void;
}

/** A day that a list is asked for: taken once it is whole, complained of when the field is left. */
export function DayBox({ label, day, put }: DayBoxProps) {
  const [typed, setTyped] = useState(formatDay(day));
  const [isLeft, setIsLeft] = useState(false);
  useEffect(() => setTyped(formatDay(day)), [day]);
  const read = parseDay(typed);
  const take = () => {
    setIsLeft(true);
    if (read && read !== day) put(read);
  };
  // A form of its own, so that Enter takes what was typed.
  return (
    <form onSubmit={(event) => { event.preventDefault(); take(); }}>
      <DayField
        label={label}
        required
        value={typed}
        error={isLeft && !read ? words.badDay(label) : undefined}
        onChange={(event) => {
          setIsLeft(false);
          setTyped(event.currentTarget.value);
        }}
        onBlur={take}
      />
    </form>
  );
}
