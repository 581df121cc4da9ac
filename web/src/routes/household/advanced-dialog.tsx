import { useState } from 'react';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { filter as words } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { SelectField } from '../../ui/field';
import { joints, type Group, type Joint, type Line } from './household-advanced';
import { conditionsFor } from './household-conditions';
import type { FilterKey } from './household-filters';
import css from './household-list.module.css';

interface AdvancedDialogProps {
  groups: readonly Group[];
  onClose: () => void;
  apply: (groups: Group[]) => void;
}
const empty: Line = { key: '' as FilterKey, value: '' };

/** "Lọc nâng cao": groups of conditions of which a household fulfils all, one or none. */
export function AdvancedDialog({ groups: given, onClose, apply }: AdvancedDialogProps) {
  // Closed first and gone afterwards, so that focus goes back to the button.
  const [isOpen, setIsOpen] = useState(true);
  const [groups, setGroups] = useState<Group[]>(() => (given.length > 0 ? [...given] : [{ joint: 'mottrong', lines: [empty] }]));
  const put = (at: number, part: Partial<Group>) => setGroups(groups.map((group, other) => (other === at ? { ...group, ...part } : group)));
  const finish = (next: Group[]) => {
    apply(next);
    setIsOpen(false);
  };
  return (
    <Dialog title={words.advanced} open={isOpen} onClose={onClose}>
      <p>{words.advancedLead}</p>
      {groups.map((group, at) => (
        <fieldset key={at} className={css.group}>
          <legend>{words.group(at + 1)}</legend>
          <SelectField label={words.joint} value={group.joint} onChange={(event) => put(at, { joint: event.currentTarget.value as Joint })} choices={joints.map((value) => ({ value, label: words.joints[value] }))} />
          {group.lines.map((line, of) => (
            <LineFields key={of} line={line} put={(next) => put(at, { lines: group.lines.map((one, other) => (other === of ? next : one)) })} drop={group.lines.length > 1 ? () => put(at, { lines: group.lines.filter((_line, other) => other !== of) }) : undefined} />
          ))}
          <div className={css.line}>
            <Button small disabled={group.lines.length >= 12} onClick={() => put(at, { lines: [...group.lines, empty] })}>{words.addLine}</Button>
            {groups.length > 1 && <Button small kind="quiet" onClick={() => setGroups(groups.filter((_group, other) => other !== at))}>{words.dropGroup}</Button>}
          </div>
        </fieldset>
      ))}
      <Button small disabled={groups.length >= 8} onClick={() => setGroups([...groups, { joint: 'khong', lines: [empty] }])}>{words.addGroup}</Button>
      <DialogActions>
        <Button kind="primary" onClick={() => finish(groups)}>{words.apply}</Button>
        <Button onClick={() => finish([])}>{words.clearAll}</Button>
      </DialogActions>
    </Dialog>
  );
}

function LineFields({ line, put, drop }: { line: Line; put: (line: Line) => void; drop: (() => void) | undefined }) {
  const { viewer, permissions, year } = useSession();
  const offered = conditionsFor(permissions);
  const chosen = offered.find(({ key }) => key === line.key);
  const choose = { value: '', label: text.control.choose };
  return (
    <div className={css.condition}>
      <SelectField label={words.condition} value={line.key} onChange={(event) => put({ key: event.currentTarget.value as FilterKey, value: '' })} choices={[choose, ...offered.map(({ key, label }) => ({ value: key as string, label }))]} />
      <SelectField label={words.value} value={line.value} disabled={!chosen} onChange={(event) => put({ ...line, value: event.currentTarget.value })} choices={[choose, ...(chosen?.choices({ portalKind: viewer.portalKind, year }) ?? [])]} />
      {drop && <Button small kind="quiet" label={words.dropLine} onClick={drop}>✕</Button>}
    </div>
  );
}
