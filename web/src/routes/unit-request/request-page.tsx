import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { formatDay, formatNumber } from '../../text/format';
import { clock, list, requestKind, requestState, story as words } from '../../text/vi-unit-request';
import { Facts, Notice, Page, Section } from '../../ui/page';
import { AnswerPanel } from './answer-panel';
import { AskForm } from './ask-form';
import { AskerActions } from './asker-actions';
import { clockNotes, RequestClock } from './request-clock';
import { RequestStoryDocument, type UnitRequestStoryFragment } from './request-story.generated';
import { Steps } from './request-steps';
import css from './unit-request.module.css';

/** One request as a story: what was asked, both clocks, how it went, and what the viewer may do about it. */
export function RequestPage() {
  const { requestId } = useParams({ from: '/cong/$unitCode/kien-nghi/$requestId' });
  const result = useQuery(RequestStoryDocument, { variables: { id: requestId } });
  if (result.data && !result.data.unitRequest) return <NotFound />;
  if (!result.data?.unitRequest) return <Page title={list.title}><Answer result={result} data={undefined} rows={5}>{() => null}</Answer></Page>;
  return <Found key={requestId} request={result.data.unitRequest} />;
}

function Found({ request }: { request: UnitRequestStoryFragment }) {
  const { viewer } = useSession();
  const [isEditing, setEditing] = useState(false);
  const mayAnswer = useCan('Mutation.saveAnswerDraft') && request.isOpen && request.toUnit.id === viewer.unit.id;
  const isOurs = request.unit.id === viewer.unit.id, isDraft = request.state === 'DRAFT';
  return (
    <Page
      title={request.subject} lead={[requestKind[request.kind], request.number].filter(Boolean).join(' · ')}
      over={<Link to="/cong/$unitCode/kien-nghi" params={{ unitCode: viewer.unit.code }}>{list.title}</Link>}
    >
      {isDraft && <Notice>{words.draftNote}</Notice>}
      {isEditing ? <Edit request={request} close={() => setEditing(false)} /> : <About request={request} />}
      {request.steps.length > 0 && <Section title={words.course}><Steps request={request} /></Section>}
      {isOurs && !isEditing && <AskerActions request={request} edit={() => setEditing(true)} />}
      {mayAnswer && <AnswerPanel key={request.answerDrafts[0]?.version ?? 0} request={request} />}
    </Page>
  );
}

function About({ request }: { request: UnitRequestStoryFragment }) {
  const { viewer } = useSession();
  const { unit, toUnit, state, isOpen, sentOn, dueDay, daysGone, daysHeld, task, askedDay, grantedDay, assignment, author } = request;
  const days = (count: number | null) => (count === null ? null : words.days(formatNumber(count)));
  const current = assignment?.extendedTo ?? assignment?.dueDay;
  const items = [
    { label: words.from, value: unit.shortName },
    { label: isOpen ? words.holder : words.to, value: toUnit.shortName },
    sentOn !== null && { label: words.sentOn, value: formatDay(sentOn) },
    { label: words.dueDay, value: dueDay === null ? words.ruleDay : formatDay(dueDay) },
    daysGone !== null && state !== 'WITHDRAWN' && { label: words.gone, value: days(daysGone) },
    daysHeld !== null && { label: words.held, value: days(daysHeld) },
    askedDay !== null && { label: words.askedDay, value: formatDay(askedDay) },
    askedDay !== null && current && state !== 'ANSWERED' && { label: words.currentDay, value: formatDay(current) },
    grantedDay !== null && { label: words.grantedDay, value: formatDay(grantedDay) },
    state === 'DRAFT' && author && { label: words.author, value: author.name },
  ].filter((item) => typeof item === 'object' && item !== null);
  return (
    <>
      <Section title={words.clock} action={<RequestClock of={request} />}>
        <Facts items={items} />
        {state !== 'DRAFT' && <p className={css.soft}>{[requestState[state], ...(isOpen ? [request.answerDrafts.length > 0 && clock.drafted] : clockNotes(request))].filter(Boolean).join(' · ')}</p>}
      </Section>
      <Section title={words.content}>
        <p className={css.written}>{request.text}</p>
        {task && <p className={css.soft}>{words.task}: <Link to="/cong/$unitCode/nhiem-vu/$taskId" params={{ unitCode: viewer.unit.code, taskId: task.id }}>{task.code}. {task.title}</Link></p>}
      </Section>
    </>
  );
}

function Edit({ request, close }: { request: UnitRequestStoryFragment; close: () => void }) {
  const { id, version, kind, toUnit, assignment, subject, text, askedDay, dueDay, task } = request;
  return (
    <AskForm
      start={{ kind, toUnit: toUnit.id, assignment: assignment?.id ?? '', subject, text, askedDay: askedDay ? formatDay(askedDay) : '', dueDay: dueDay ? formatDay(dueDay) : '' }}
      draft={`kien-nghi:sua:${id}`} changes={{ id, version, task: assignment ? null : (task?.id ?? null) }} onDone={close} onClose={close}
    />
  );
}
