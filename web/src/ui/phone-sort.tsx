import { text } from '../text/text';
import { SelectField } from './field';

interface PhoneSortProps {
  value: string;
  onChange: (key: string) => void;
  choices: { value: string; label: string }[];
}

/** Chooses the column that a table of cards is sorted by; where there are heads of columns, these do it. */
export function PhoneSort({ onChange, ...rest }: PhoneSortProps) {
  return <SelectField label={text.control.sortBy} onChange={(event) => onChange(event.currentTarget.value)} {...rest} />;
}
