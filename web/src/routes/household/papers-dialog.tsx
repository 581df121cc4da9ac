import { useState } from 'react';
import { client } from '../../graphql/client';
import { failureOf } from '../../graphql/failure';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { paperKind, papers as words, purpose as purposes } from '../../text/vi-household';
import { action } from '../../text/vi-household-action';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { SelectField } from '../../ui/field';
import { Facts } from '../../ui/page';
import { EditButton } from './edit-context';
import { PapersDocument, PaperTailsDocument, type PapersQuery, type PaperTailsQuery, type Purpose } from './household-opened.generated';
import css from './household.module.css';
import type { Member } from './members';

interface PapersDialogProps {
  household: string;
  member: Member;
  open: boolean;
  onClose: () => void;
}

type Identified<Q extends { household: unknown }> = NonNullable<
  NonNullable<Q['household']> extends { members: (infer M)[] } ? (M extends { identity: infer I } ? I : never) : never
>;
/** What was read so far: nothing, the last three digits, or all of it. Gone with the dialog, and never in the cache. */
type Opened = { of: 'none' } | { of: 'tail'; paper: Identified<PaperTailsQuery> } | { of: 'all'; paper: Identified<PapersQuery> };

/** Opens one member's papers: first a purpose, then the last digits, and the whole number only when asked again. */
export function PapersDialog({ open, ...papers }: PapersDialogProps) {
  return (
    <Dialog title={words.openOf(papers.member.fullName)} open={open} onClose={papers.onClose}>
      <Reading {...papers} />
    </Dialog>
  );
}

/** Holds what was read; the dialog takes it off the page when it closes. */
function Reading({ household, member, onClose }: Omit<PapersDialogProps, 'open'>) {
  const [purpose, setPurpose] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const read = async (whole: boolean) => {
    if (!purpose) return setProblem(words.missingPurpose);
    setProblem(undefined);
    setBusy(true);
    try {
      setOpened(await readPapers(household, member.id, purpose as Purpose, whole));
    } catch (error) {
      setProblem(failureOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {opened ? (
        <>
          <Paper opened={opened} />
          <p className={css.soft}>{words.opened(purposes[purpose as Purpose])}</p>
          {problem && <p role="alert">{problem}</p>}
        </>
      ) : (
        <>
          <p>{words.recorded}</p>
          <SelectField
            label={words.purpose}
            required
            value={purpose}
            error={problem}
            onChange={(event) => setPurpose(event.currentTarget.value)}
            choices={[{ value: '', label: words.choosePurpose }, ...Object.entries(purposes).map(([value, label]) => ({ value, label }))]}
          />
        </>
      )}
      <DialogActions>
        {!opened && (
          <Button kind="primary" busy={busy} onClick={() => void read(false)}>
            {words.openNow}
          </Button>
        )}
        {opened?.of === 'tail' && (
          <Button kind="primary" busy={busy} onClick={() => void read(true)}>
            {words.showAll}
          </Button>
        )}
        {(opened?.of === 'none' || opened?.of === 'all') && (
          <span onClick={onClose}>
            <EditButton edit={{ of: 'identity', id: member.id, opened: opened.of === 'all' ? opened.paper : null, purpose: purpose as Purpose }} needs="saveHouseholdIdentity" kind="secondary">
              {action.change}
            </EditButton>
          </span>
        )}
        <Button onClick={onClose}>{opened ? text.control.close : text.control.cancel}</Button>
      </DialogActions>
    </>
  );
}

function Paper({ opened }: { opened: Opened }) {
  if (opened.of === 'none') return <p>{words.none}</p>;
  const kind = { label: words.kind, value: paperKind[opened.paper.idKind] ?? opened.paper.idKind };
  if (opened.of === 'tail') return <Facts items={[kind, { label: words.number, value: <Tail tail={opened.paper.idTail} /> }]} />;
  const { idNumber, insuranceNumber, birthDate } = opened.paper;
  return (
    <Facts
      items={[
        kind,
        { label: words.number, value: idNumber },
        { label: words.insurance, value: insuranceNumber },
        { label: words.birthDate, value: birthDate && formatDay(birthDate) },
      ]}
    />
  );
}

function Tail({ tail }: { tail: string | null }) {
  if (!tail) return text.hidden.none;
  return (
    <>
      <span aria-hidden="true">{words.tail(tail)}</span>
      <span className="visually-hidden">{words.tailSpoken(tail)}</span>
    </>
  );
}

async function readPapers(household: string, member: string, purpose: Purpose, whole: boolean): Promise<Opened> {
  const variables = { household, purpose };
  if (whole) {
    const { data } = await client.query({ query: PapersDocument, variables, fetchPolicy: 'no-cache' });
    const paper = data?.household?.members.find(({ id }) => id === member)?.identity;
    return paper ? { of: 'all', paper } : { of: 'none' };
  }
  const { data } = await client.query({ query: PaperTailsDocument, variables, fetchPolicy: 'no-cache' });
  const paper = data?.household?.members.find(({ id }) => id === member)?.identity;
  return paper ? { of: 'tail', paper } : { of: 'none' };
}
