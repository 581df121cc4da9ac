import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { formatDay, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { certificate as words } from '../../text/vi-household-certificate';
import { Button } from '../../ui/button';
import { DayField } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Page, Section } from '../../ui/page';
import { NoPermission } from '../../ui/states';
import { CertificatePaper, type Certificate } from './household-certificate-paper';
import { CertificateHouseholdDocument, IssueClassCertificateDocument, type CertificateHouseholdQuery } from './household-certificate.generated';
import './household-print.css';

const route = '/cong/$unitCode/ho/$householdId/giay-xac-nhan';

/** "Giấy xác nhận": asks of which day, issues it, and shows the paper to be printed. Opening the address issues nothing, since every issue is recorded. */
export function HouseholdCertificatePage() {
  const { householdId } = useParams({ from: route });
  const may = useCan('Mutation.issueClassCertificate');
  const result = useQuery(CertificateHouseholdDocument, { variables: { id: householdId }, skip: !may });
  if (result.data && !result.data.household) return <NotFound />;
  const household = result.data?.household;
  return (
    <Page title={words.title} over={household && <Back household={household} />}>
      {!may && <NoPermission>{text.states.notAllowed}</NoPermission>}
      {may && <Answer result={result} data={household ?? undefined} rows={6}>{(found) => <Issuing household={found} />}</Answer>}
    </Page>
  );
}

type Household = NonNullable<CertificateHouseholdQuery['household']>;

function Back({ household }: { household: Household }) {
  const { viewer } = useSession();
  return (
    <Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode: viewer.unit.code, householdId: household.id }}>
      {words.back(household.headName)}
    </Link>
  );
}

function Issuing({ household }: { household: Household }) {
  const { today } = useSession();
  const { ngay } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const { run, busy } = useCommand(IssueClassCertificateDocument);
  const [typed, setTyped] = useState(formatDay(ngay ?? today));
  const [problem, setProblem] = useState<string>();
  const [paper, setPaper] = useState<Certificate>();
  const id = useId();

  const issue = async () => {
    setPaper(undefined);
    const day = parseDay(typed.trim());
    if (!day) return setProblem(typed.trim() ? words.dayWrong(text.form.badDay) : words.dayMissing);
    setProblem(undefined);
    await navigate({ search: { ngay: day }, replace: true });
    const outcome = await run({ input: { household: household.id, day } });
    if (outcome.kind === 'done') return setPaper(outcome.payload.certificate ?? undefined);
    setProblem(outcome.kind === 'failed' ? outcome.message : outcome.refusals.map(({ message }) => message).join(' '));
  };
  return (
    <>
      <div data-print="no">
        <Section title={words.ask}>
          <Form label={words.ask} onSubmit={() => void issue()}>
            <p>{words.lead}</p>
            <DayField id={id} label={words.day} required value={typed} error={problem} onChange={(event) => setTyped(event.currentTarget.value)} />
            <FormActions>
              <Button type="submit" kind={paper ? 'secondary' : 'primary'} busy={busy}>{words.issue}</Button>
              {paper && <Button kind="primary" onClick={() => print()}>{words.print}</Button>}
            </FormActions>
            <p role="status">{paper && words.issued}</p>
          </Form>
        </Section>
      </div>
      {paper && <CertificatePaper paper={paper} isDemo={household.synthetic} />}
    </>
  );
}
