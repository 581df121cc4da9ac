import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { areaType as areaName } from '../../text/vi-household';
import { areas as words, standard as page } from '../../text/vi-standard';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/confirm-dialog';
import { DataTable, type Column } from '../../ui/data-table';
import { SelectField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { current, standing } from './dated';
import { RecordForm } from './record-form';
import { AreaTypeCommunesDocument, RecordVillageAreaTypeDocument, VillageAreaTypesDocument, type VillageAreaTypesQuery } from './standard.generated';
import css from './standard.module.css';

type Village = NonNullable<VillageAreaTypesQuery['unit']>['villages'][number];

/** Rural or urban, village by village of one commune, with the day and the paper; a commune sees its own first. */
export function VillageAreas() {
  const { viewer } = useSession();
  const communes = useQuery(AreaTypeCommunesDocument);
  const [code, setCode] = useState(viewer.portalKind === 'commune' ? viewer.unit.code : '');
  return (
    <Section title={page.part.thon} bare>
      <p className={css.soft}>{words.lead}</p>
      <Answer result={communes} data={communes.data?.units.nodes} rows={4}>
        {(nodes) => {
          const shown = code || (nodes[0]?.code ?? '');
          return (
            <>
              <SelectField label={words.commune} value={shown} onChange={(event) => setCode(event.currentTarget.value)} choices={nodes.map((one) => ({ value: one.code, label: one.name }))} />
              {shown && <Villages key={shown} code={shown} />}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

function Villages({ code }: { code: string }) {
  const result = useQuery(VillageAreaTypesDocument, { variables: { code } });
  return (
    <Answer result={result} data={result.data?.unit?.villages} rows={6}>
      {(villages) => (villages.length === 0 ? <Empty>{words.none}</Empty> : <VillageTable villages={villages} onChanged={() => void result.refetch()} />)}
    </Answer>
  );
}

function VillageTable({ villages, onChanged }: { villages: readonly Village[]; onChanged: () => void }) {
  const { today } = useSession();
  const mayRecord = useCan('Mutation.recordVillageAreaType');
  const [id, setId] = useState<string>();
  const chosen = villages.find((one) => one.id === id);
  const columns = useMemo((): Column<Village>[] => {
    const now = ({ areaTypes }: Village) => current(areaTypes, today);
    return [
      { key: 'name', title: words.village, head: true, cell: ({ name }) => name },
      { key: 'area', title: words.area, cell: (village) => <Area village={village} /> },
      { key: 'since', title: words.since, cell: (village) => formatSince(now(village)?.validFrom) },
      { key: 'source', title: page.source, cell: (village) => now(village)?.source ?? text.hidden.none },
      ...(mayRecord ? [{ key: 'record', title: words.record, cell: (village: Village) => <RecordButton village={village} onOpen={setId} /> }] : []),
    ];
  }, [mayRecord, today]);
  return (
    <>
      <DataTable caption={text.control.tableOf(page.part.thon)} columns={columns} rows={villages} rowKey={(one) => one.id} />
      {chosen && (
        <Dialog open title={words.recordOf(chosen.name)} onClose={() => setId(undefined)}>
          <AreaForm village={chosen} onChanged={onChanged} onClose={() => setId(undefined)} />
        </Dialog>
      )}
    </>
  );
}

const formatSince = (day: string | undefined): string => (day ? formatDay(day) : text.hidden.none);

function RecordButton({ village, onOpen }: { village: Village; onOpen: (id: string) => void }) {
  return (
    <Button small label={words.recordOf(village.name)} onClick={() => onOpen(village.id)}>
      {words.record}
    </Button>
  );
}

function Area({ village }: { village: Village }) {
  const { today } = useSession();
  const next = standing(village.areaTypes).filter(({ validFrom }) => validFrom > today).at(-1);
  return (
    <>
      {areaName[village.areaType]}
      {next && <span className={css.note}>{words.next(areaName[next.areaType].toLocaleLowerCase('vi'), formatDay(next.validFrom))}</span>}
    </>
  );
}

function AreaForm({ village, onChanged, onClose }: { village: Village; onChanged: () => void; onClose: () => void }) {
  const record = useCommand(RecordVillageAreaTypeDocument);
  const other = village.areaType === 'RURAL' ? 'URBAN' : 'RURAL';
  return (
    <RecordForm
      label={words.recordOf(village.name)}
      lead={words.lead}
      busy={record.busy}
      onChanged={onChanged}
      onClose={onClose}
      fields={[
        { name: 'areaType', label: words.area, kind: 'select', initial: other, choices: (['RURAL', 'URBAN'] as const).map((value) => ({ value, label: areaName[value] })) },
        { name: 'validFrom', label: page.from, kind: 'day', required: true },
        { name: 'source', label: page.source, kind: 'text', hint: page.sourceHint, required: true },
      ]}
      send={({ areaType, validFrom, source }) =>
        record.run({
          input: { village: village.id, areaType: areaType === 'URBAN' ? 'URBAN' : 'RURAL', latest: standing(village.areaTypes)[0]?.id ?? null, validFrom: String(validFrom), source: String(source) },
        })
      }
    />
  );
}
