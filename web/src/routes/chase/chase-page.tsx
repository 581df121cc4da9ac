import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { chase as words } from '../../text/vi-chase';
import { Button, ButtonLink } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { LongTextField, SearchField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { fitting, type LateUnit } from './chase-filters';
import { chaseKinds, type ChaseFilters } from './chase-search';
import { LateUnitsDocument } from './chase.generated';
import css from './chase.module.css';
import { LateTable } from './late-table';
import { Letters } from './letters';
import { SentList } from './sent-list';

/** "Đôn đốc": who is late, on what and how long; chosen units are sent a reminder, after a look at it. */
export function ChasePage() {
  const { viewer } = useSession();
  const result = useQuery(LateUnitsDocument);
  // How often something was sent here: the list of what was sent is read anew with each.
  const [sendings, setSendings] = useState(0);
  const readAnew = () => {
    void result.refetch();
    setSendings(sendings + 1);
  };
  const lead = viewer.portalKind === 'secretariat' ? words.lead.secretariat : words.lead.department;
  return (
    <Page title={words.title} lead={lead}>
      <Answer result={result} data={result.data} what={words.failedBlock} rows={6} rowHeight={64}>
        {({ lateUnits }) => (lateUnits.length === 0 ? <Empty>{words.none}</Empty> : <Choosing units={lateUnits} onSent={readAnew} />)}
      </Answer>
      <SentList key={sendings} />
    </Page>
  );
}

/** So many letters go at a time, and so many units are listed at first. */
const most = 100, atFirst = 20;

function Choosing({ units, onSent }: { units: readonly LateUnit[]; onSent: () => void }) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/don-doc' });
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [template, setTemplate] = useState(words.template);
  const [isLooking, setIsLooking] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const shown = useMemo(() => fitting(units, filters, typed), [units, filters, typed]), rows = useMemo(() => (isWhole ? shown : shown.slice(0, atFirst)), [isWhole, shown]), going = fitting(units, { nhiemvu: filters.nhiemvu }, '').filter(({ id }) => chosen.has(id));
  const put = (part: ChaseFilters) => {
    const search = Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value && value !== 'tatca')) as ChaseFilters;
    void navigate({ to: '/cong/$unitCode/don-doc', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  if (isLooking) {
    const finish = () => {
      setIsLooking(false);
      setChosen(new Set());
      onSent();
    };
    return <Letters units={going} template={template} onDrop={(ids) => setChosen(new Set([...chosen].filter((id) => !ids.has(id))))} onBack={() => setIsLooking(false)} onSent={finish} />;
  }
  const reason = going.length === 0 ? words.chooseFirst : going.length > most ? words.most(most) : undefined;
  const task = filters.nhiemvu && units.flatMap(({ works }) => works).find((work) => work.task === filters.nhiemvu);
  return (
    <Section title={words.late} count={shown.length} bare>
      <div role="search" aria-label={text.control.filters} className={css.filters}>
        <ChoiceBar label={words.kind} value={filters.loai ?? 'tatca'} onChange={(loai) => put({ loai })} choices={chaseKinds.map((value) => ({ value, label: words.kinds[value] }))} />
        <SearchField label={words.find} value={typed} onChange={setTyped} />
      </div>
      {filters.nhiemvu && (
        <p className={css.only}>
          {task && words.onlyTask(task.code)}{' '}
          <ButtonLink small kind="quiet" to="/cong/$unitCode/don-doc" params={{ unitCode: viewer.unit.code }}>{words.everyTask}</ButtonLink>
        </p>
      )}
      <div className={css.choose}>
        <Button small onClick={() => setChosen(new Set([...chosen, ...shown.slice(0, most).map(({ id }) => id)]))}>{shown.length > most ? words.selectFirst(most) : words.selectAll(shown.length)}</Button>
        <Button small kind="quiet" disabled={chosen.size === 0} onClick={() => setChosen(new Set())}>{words.clear}</Button>
        <span role="status">{words.chosen(going.length)}</span>
      </div>
      {shown.length === 0 ? <Empty>{words.noneHere}</Empty> : <LateTable units={rows} chosen={chosen} onChange={setChosen} />}
      {rows.length < shown.length && <div className={css.rest}><Button small onClick={() => setIsWhole(true)}>{words.whole(shown.length)}</Button></div>}
      <div className={css.write}>
        <LongTextField label={words.message} required rows={8} value={template} hint={words.templateHint} onChange={(event) => setTemplate(event.currentTarget.value)} />
        <div><Button kind="primary" disabledReason={reason} onClick={() => setIsLooking(true)}>{words.preview}</Button></div>
      </div>
    </Section>
  );
}
