import { useQuery } from '@apollo/client/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { command } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { text } from '../../text/text';
import { ethnicGroup } from '../../text/vi-ethnic-group';
import { detail, sex } from '../../text/vi-household';
import { householdForm as words } from '../../text/vi-household-edit';
import { Page, Section } from '../../ui/page';
import { NoPermission } from '../../ui/states';
import { EditForm } from './edit-form';
import { choicesOf, defineEdit, type EditSpec } from './edit-spec';
import { CreateHouseholdDocument, type CreateHouseholdMutation } from './household-edit.generated';
import { HouseholdVillagesDocument } from './household-list.generated';

const oldest = 1900;

/** "Thêm hộ": a household of the own commune with its head; the rest is entered on the household's page, which opens next. */
export function HouseholdNewPage() {
  const { viewer, year } = useSession();
  const navigate = useNavigate();
  const may = useCan('Mutation.createHousehold');
  const result = useQuery(HouseholdVillagesDocument, { variables: { commune: viewer.unit.id }, skip: !may, fetchPolicy: 'cache-first' });
  const params = { unitCode: viewer.unit.code };
  const close = (payload?: unknown) => {
    const created = (payload as CreateHouseholdMutation['createHousehold'] | undefined)?.household;
    if (created) void navigate({ to: '/cong/$unitCode/ho/$householdId', params: { ...params, householdId: created.id } });
    else void navigate({ to: '/cong/$unitCode/ho', params });
  };
  return (
    <Page title={words.newTitle} over={<Link to="/cong/$unitCode/ho" params={params}>{detail.list}</Link>}>
      {may ? (
        <Answer result={result} data={result.data?.units.nodes[0]?.villages} rows={6}>
          {(villages) => (
            <Section title={detail.glance}>
              <EditForm spec={newHousehold(villages, year)} form="moi" onClose={close} />
            </Section>
          )}
        </Answer>
      ) : (
        <NoPermission>{text.states.notAllowed}</NoPermission>
      )}
    </Page>
  );
}

function newHousehold(villages: readonly { id: string; name: string }[], year: number): EditSpec {
  return defineEdit({
    title: words.newTitle, lead: words.newLead, submit: words.create, done: words.created,
    fields: {
      headName: { kind: 'text', label: words.headName, most: 120, required: true },
      headSex: { kind: 'select', label: words.headSex, choices: choicesOf(sex as Record<string, string>), required: true },
      headBirthYear: { kind: 'whole', label: words.headBirthYear, least: oldest, most: year, isYear: true, required: true },
      ethnicity: { kind: 'select', label: words.ethnicity, choices: ethnicGroup, required: true },
      village: { kind: 'select', label: words.village, choices: villages.map(({ id, name }) => ({ value: id, label: name })), required: true },
      code: { kind: 'text', label: words.code, hint: words.codeHint, most: 40 },
      officerInCharge: { kind: 'text', label: words.officer, most: 120 },
      note: { kind: 'long', label: words.note, most: 2000 },
    },
    send: (values) => command(CreateHouseholdDocument, { input: values }),
  });
}
