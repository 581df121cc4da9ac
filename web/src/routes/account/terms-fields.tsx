import { useQuery } from '@apollo/client/react';
import { text } from '../../text/text';
import { accountForm as words } from '../../text/vi-account';
import { CheckField } from '../../ui/check-field';
import { DayField, SelectField } from '../../ui/field';
import { CommuneChoicesDocument, VillageChoicesDocument } from './post.generated';
import { PlacePicker } from './place-picker';
import { narrowing, placeKind, type Errors, type Role, type TypedTerms, type Unit } from './terms';

interface TermsFieldsProps { prefix: string; unit: Unit; terms: TypedTerms; errors: Errors; onChange: (terms: TypedTerms) => void }

/** Role, territory and days of a post; only what the unit and the viewer may give is offered. */
export function TermsFields({ prefix, unit, terms, errors, onChange }: TermsFieldsProps) {
  const kind = placeKind(unit), need = narrowing(unit, terms.role), isNarrow = need === 'must' || (need === 'may' && terms.isNarrow);
  const villages = useQuery(VillageChoicesDocument, { variables: { code: unit.code }, skip: kind !== 'villages' || !isNarrow });
  const communes = useQuery(CommuneChoicesDocument, { skip: kind !== 'communes' || !isNarrow });
  const places = kind === 'villages' ? villages.data?.unit?.villages : communes.data?.units.nodes;
  const put = (part: Partial<TypedTerms>) => onChange({ ...terms, ...part });
  return (
    <>
      <SelectField
        id={`${prefix}-role`} label={words.role} value={terms.role} error={errors.role} hint={words.roleHints[terms.role]} onChange={(event) => put({ role: event.currentTarget.value as Role })}
        choices={unit.roles.map((role) => ({ value: role, label: text.postRole[role] }))}
      />
      {kind && need === 'may' && <CheckField label={words.narrow[kind]} checked={terms.isNarrow} onChange={(event) => put({ isNarrow: event.currentTarget.checked })} />}
      {kind && isNarrow && <PlacePicker id={`${prefix}-${kind}`} label={words[kind]} places={places ?? []} value={terms.places} error={errors[kind]} onChange={(ids) => put({ places: ids })} />}
      <DayField id={`${prefix}-validFrom`} label={words.from} required value={terms.from} error={errors.validFrom} onChange={(event) => put({ from: event.currentTarget.value })} />
      <DayField id={`${prefix}-validTo`} label={words.to} value={terms.to} error={errors.validTo} onChange={(event) => put({ to: event.currentTarget.value })} />
    </>
  );
}
