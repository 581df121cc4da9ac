import type { ReactNode } from 'react';
import { detail, groupKind } from '../../text/vi-household';
import { action, actionOf } from '../../text/vi-household-action';
import { causeKind, supportKind } from '../../text/vi-household-kind';
import { story as words } from '../../text/vi-household-story';
import { EditButton, type Edit } from './edit-context';
import { Ended, FoldSection } from './fold-section';
import { FactList, LockedLine, type Fact } from './fact-list';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';
import css from './household.module.css';

interface PartProps {
  household: Household;
  story: HouseholdStory;
}

/** Why the household is poor, as the commune recorded it. */
export function Causes({ household, story: { causes } }: PartProps) {
  const lock = household.locked.find(({ part }) => part === 'PovertyCause');
  const isPart = lock?.reason === 'ROWS';
  const facts = causes.map((row): Fact => ({ ...row, name: causeKind[row.cause] }));
  return (
    <FactSection
      title={words.causes} facts={facts} end={(id) => ({ of: 'endCause', id })} endNeeds="endPovertyCause" endLabel={action.endCause}
      add={<EditButton edit={{ of: 'cause' }} needs="addPovertyCause">{action.addCause}</EditButton>}
      none={isPart ? words.causesOurs : words.noCauses}
      foot={isPart ? <LockedLine label={words.otherCauses} lock={lock} /> : lock && <p className={css.soft}>{words.illnessClosed}</p>}
    />
  );
}

/** The groups that the viewer may know of. */
export function Groups({ household }: { household: Household }) {
  const lock = household.locked.find(({ part }) => part === 'HouseholdGroup');
  const facts = household.groups.map((row): Fact => ({ ...row, name: groupKind[row.kind] }));
  return (
    <FactSection
      title={detail.groups} facts={facts} end={(id) => ({ of: 'endGroup', id })} endNeeds="endHouseholdGroup" endLabel={action.endGroup}
      add={<EditButton edit={{ of: 'group' }} needs="addHouseholdGroup">{action.addGroup}</EditButton>}
      none={lock ? detail.noGroupsSeen : detail.noGroups}
      foot={lock && <LockedLine label={detail.otherGroups} lock={lock} />}
    />
  );
}

/** What the household asks for, by kind of help, and who met it. */
export function Needs({ household, story: { needs } }: PartProps) {
  const lock = household.locked.find(({ part }) => part === 'SupportNeed');
  const facts = needs.map(({ id, kind, since, until, member, metBy }): Fact => ({
    id, since, until,
    name: supportKind[kind],
    more: [member && words.needFor(member.fullName), metBy && words.needMet(metBy.provider.name), until && !metBy && words.needEnded].filter(Boolean).join(', '),
  }));
  return (
    <FactSection
      title={words.needs} facts={facts} end={(id) => ({ of: 'endNeed', id })} endNeeds="endSupportNeed" endLabel={action.endNeed}
      add={<EditButton edit={{ of: 'need' }} needs="addSupportNeed">{action.addNeed}</EditButton>}
      none={lock ? words.needsOurs : words.noNeeds}
      foot={lock && facts.length > 0 && <p className={css.soft}>{words.partOnly}</p>}
    />
  );
}

interface FactSectionProps {
  title: string;
  facts: Fact[];
  add: ReactNode;
  end: (id: string) => Edit;
  endNeeds: string;
  endLabel: string;
  none: string;
  foot: ReactNode;
}

/** Facts that hold from a day on, those that are over folded below them. */
function FactSection({ title, facts, add, end, endNeeds, endLabel, none, foot }: FactSectionProps) {
  const open = facts.filter(({ until }) => until === null);
  const ended = facts.filter(({ until }) => until !== null);
  return (
    <FoldSection title={title} count={open.length || undefined} action={add}>
      {open.length > 0 ? (
        <FactList facts={open} tail={({ id, name }) => <EditButton edit={end(id)} needs={endNeeds} label={actionOf(endLabel, name)}>{endLabel}</EditButton>} />
      ) : (
        <p>{none}</p>
      )}
      <Ended count={ended.length} label={words.ended(ended.length)}>
        <FactList facts={ended} />
      </Ended>
      {foot}
    </FoldSection>
  );
}
