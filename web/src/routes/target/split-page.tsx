import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatDay } from '../../text/format';
import { split as words } from '../../text/vi-target';
import { Notice, Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { CloseSplit } from './close-split';
import { SplitSheet } from './split-sheet';
import { amountOf, measured } from './target-words';
import { SplitUnitsDocument, TargetSplitDocument, type SplitUnitsQuery, type TargetSplitQuery } from './target.generated';

export type Split = NonNullable<TargetSplitQuery['target']>;
export type SplitUnits = SplitUnitsQuery;

/** One target and its split: the owner and the secretariat work on all units' figures, every other unit reads its own. */
export function SplitPage() {
  const { targetId } = useParams({ from: '/cong/$unitCode/chi-tieu/$targetId' });
  const { viewer } = useSession();
  const result = useQuery(TargetSplitDocument, { variables: { id: targetId } });
  const target = result.data?.target;
  const over = <Link to="/cong/$unitCode/chi-tieu" params={{ unitCode: viewer.unit.code }}>{words.back}</Link>;
  return (
    <Page title={target?.name ?? words.back} over={over} lead={target && <Lead target={target} />}>
      <Answer result={result} data={result.data} rows={8}>
        {({ target: found }) => (found ? <Found target={found} /> : <Empty>{words.missing}</Empty>)}
      </Answer>
    </Page>
  );
}

function Lead({ target }: { target: Split }) {
  const other = target.conflictsWith;
  return (
    <>
      <p>{[words.province(amountOf(target), target.clause), target.owner && words.owner(target.owner.shortName), target.closedOn && words.closed(formatDay(target.closedOn))].filter(Boolean).join(' · ')}</p>
      {other && <p>{words.conflicts(other.clause, amountOf(other))}</p>}
    </>
  );
}

function Found({ target }: { target: Split }) {
  const { viewer } = useSession();
  const maySplit = useCan('Mutation.splitTarget'), mayClose = useCan('Mutation.closeTargetSplit');
  const { closedOn } = target;
  const isSecretariat = viewer.portalKind === 'secretariat', isOwner = target.owner?.id === viewer.unit.id;
  if (!isSecretariat && !isOwner) return <OwnShare target={target} unit={viewer.unit.id} />;
  const readOnly = !maySplit || (closedOn !== null && !isSecretariat);
  return (
    <>
      {closedOn && <Notice>{isSecretariat && maySplit ? words.closedSecretariat(formatDay(closedOn)) : words.closedOwner(formatDay(closedOn))}</Notice>}
      <Units>{(units) => <SplitSheet target={target} units={units} readOnly={readOnly} close={mayClose && !closedOn ? (isChanged) => <CloseSplit target={target} isChanged={isChanged} /> : undefined} />}</Units>
    </>
  );
}

function Units({ children }: { children: (units: SplitUnits) => React.ReactNode }) {
  const result = useQuery(SplitUnitsDocument);
  return <Answer result={result} data={result.data} rows={12} rowHeight={40}>{children}</Answer>;
}

function OwnShare({ target, unit }: { target: Split; unit: string }) {
  const own = target.shares.find((share) => share.unit?.id === unit);
  return (
    <Section title={words.ownShare}>
      <p>{own && own.value !== null ? <strong>{measured(own.value, target.unitOfMeasure)}</strong> : words.noShare}</p>
      {own?.reason && <p>{words.reasonGiven(own.reason)}</p>}
    </Section>
  );
}
