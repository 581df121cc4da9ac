import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay, formatInstant, formatNumber } from '../../text/format';
import { handedNoun, handedOrder, handover as words } from '../../text/vi-handover';
import { Button } from '../../ui/button';
import { Notice, Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { StatusTag } from '../../ui/status-tag';
import css from './handover.module.css';
import { AcceptHandoverItemDocument, HandoverPageDocument, type HandedOverFragment, type HandoverPageQuery } from './handover.generated';

type Shown = NonNullable<HandoverPageQuery['handover']>;

/** The newcomer's guided list: what came, with its days, each to be opened and ticked off; for the unit, what was handed over then. */
export function HandedPage() {
  const { viewer } = useSession();
  const { handoverId } = useParams({ from: '/cong/$unitCode/ban-giao/$handoverId' });
  const canReadHousehold = useCan('Household.headName');
  const result = useQuery(HandoverPageDocument, { variables: { id: handoverId, canReadHousehold } });
  const shown = result.data?.handover;
  return (
    <Page
      title={shown ? words.pageTitle(shown.fromPost.name) : words.title}
      over={<Link to="/cong/$unitCode/ban-giao" params={{ unitCode: viewer.unit.code }}>{words.back}</Link>}
      lead={shown && words.pageLead(shown.toPost.name, formatInstant(shown.madeAt), shown.madeBy.name)}
    >
      <Answer result={result} data={result.data} rows={6}>
        {({ handover }) => (handover ? <Handed handover={handover} /> : <Empty>{words.notFound}</Empty>)}
      </Answer>
    </Page>
  );
}

function Handed({ handover: { note, items, toPost } }: { handover: Shown }) {
  const { viewer } = useSession();
  const isMine = viewer.post.id === toPost.id;
  if (items.length === 0) return <Empty>{words.noItems}</Empty>;
  const left = items.filter(({ acceptedOn }) => !acceptedOn).length;
  const nouns = [...new Set(items.map(({ noun }) => noun))].sort((a, b) => handedOrder.indexOf(a) - handedOrder.indexOf(b));
  return (
    <>
      {note && <Notice title={words.note}>{note}</Notice>}
      <p role="status">{words.guide(formatNumber(left), formatNumber(items.length))}</p>
      {nouns.map((noun) => {
        const rows = items.filter((item) => item.noun === noun);
        return (
          <Section key={noun} title={handedNoun[noun] ?? noun} count={rows.length} bare>
            <ul className={css.items}>{rows.map((item) => <Item key={item.id} item={item} isMine={isMine} />)}</ul>
          </Section>
        );
      })}
    </>
  );
}

function Item({ item, isMine }: { item: HandedOverFragment; isMine: boolean }) {
  const { run, busy } = useCommand(AcceptHandoverItemDocument);
  const label = item.label ?? (item.household ? `${item.household.headName} · ${item.household.code}` : words.unseenHousehold);
  const accept = async () => void sayOutcome(await run({ input: { id: item.id } }), words.accepted('').trim());
  return (
    <li className={css.item}>
      <div>
        <Target item={item} label={label} />
        {item.dueDay && <div className={css.soft}>{words.due(formatDay(item.dueDay))}</div>}
      </div>
      {item.acceptedOn ? <StatusTag tone="done" label={words.accepted(formatDay(item.acceptedOn))} />
        : isMine ? <Button small busy={busy} label={words.acceptOf(label)} onClick={() => void accept()}>{words.accept}</Button>
          : <StatusTag tone="quiet" label={words.waiting} />}
    </li>
  );
}

/** Where the row is worked on. */
function Target({ item: { noun, rowId, assignment, household }, label }: { item: HandedOverFragment; label: string }) {
  const { viewer } = useSession();
  const unitCode = viewer.unit.code;
  if (assignment) return <Link to="/cong/$unitCode/nhiem-vu/$taskId" params={{ unitCode, taskId: assignment.task.id }}>{label}</Link>;
  if (noun === 'ImportBatch') return <Link to="/cong/$unitCode/nhap-du-lieu" params={{ unitCode }}>{label}</Link>;
  if (noun === 'SightRequest') return <Link to="/cong/$unitCode/de-nghi-mo-xem" params={{ unitCode }}>{label}</Link>;
  if (noun === 'UnitRequest') return <Link to="/cong/$unitCode/kien-nghi/$requestId" params={{ unitCode, requestId: rowId }}>{label}</Link>;
  if (noun === 'AnswerDraft') return <Link to="/cong/$unitCode/kien-nghi" params={{ unitCode }} search={{ xem: 'can' }}>{label}</Link>;
  if (household) return <Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode, householdId: household.id }}>{label}</Link>;
  return label;
}
