import type { UseFormRegisterReturn } from 'react-hook-form';
import { text } from '../../text/text';
import { CheckField } from '../../ui/check-field';
import { DayField, LongTextField, NumberField, SelectField, TextField } from '../../ui/field';
import type { FieldSpec, Typed } from './edit-spec';

interface EditFieldProps {
  field: FieldSpec;
  register: UseFormRegisterReturn;
  id: string;
  error?: string;
  typed: Typed;
  onChange: (value: string) => void;
}

/** One field of a form, with the control that its kind asks for. */
export function EditField({ field, register, id, error, typed, onChange }: EditFieldProps) {
  const common = { ...register, id, error, label: field.label, hint: field.hint, required: field.required };
  switch (field.kind) {
    case 'text':
      return <TextField {...common} maxLength={field.most} />;
    case 'long':
      return <LongTextField {...common} rows={3} />;
    case 'day':
      return <DayField {...common} />;
    case 'whole':
      return <NumberField {...common} suffix={field.suffix} />;
    case 'select':
      return <SelectField {...common} choices={[{ value: '', label: text.control.choose }, ...field.choices.filter(({ value }) => field.only?.(value, typed) ?? true)]} />;
    case 'check':
      return <CheckField {...common} />;
    case 'own': {
      const { control, label, hint } = field;
      return control({ id, label, hint, error, value: String(typed[register.name] ?? ''), typed, onChange });
    }
    case 'version':
      return null;
  }
}
