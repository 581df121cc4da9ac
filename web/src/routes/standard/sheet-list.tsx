import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { areaType as areaName } from '../../text/vi-household';
import { sheet as words, standard as page } from '../../text/vi-standard';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/page';
import { Empty, Loading } from '../../ui/states';
import { ScoreSheetsDocument, type ScoreSheetsQuery } from './standard.generated';
import css from './standard.module.css';
import type { Standard } from './standard-page';

const ImportSheet = lazy(() => import('./import-sheet').then((module) => ({ default: module.ImportSheet })));

type Sheet = ScoreSheetsQuery['scoreSheets'][number];

const columns: Column<Sheet>[] = [
  { key: 'version', title: words.version, head: true, sortBy: ({ formVersion }) => formVersion, cell: ({ formVersion }) => formVersion },
  { key: 'standard', title: words.standard, cell: ({ standard }) => standard },
  { key: 'region', title: words.region, cell: ({ region }) => region },
  { key: 'areas', title: words.counts, cell: ({ areas }) => areas.map((area) => areaName[area]).join(', ') || words.elsewhere },
  { key: 'validity', title: page.validity, sortBy: ({ validFrom }) => validFrom, cell: ({ validFrom, validTo }) => page.validFromTo(formatDay(validFrom), validTo && formatDay(validTo)) },
  { key: 'source', title: page.source, cell: ({ source }) => source },
  { key: 'imported', title: words.importedOn, cell: ({ importedOn }) => formatDay(importedOn) },
];

/** The score sheets on file; the secretariat imports another by pasting its table. */
export function SheetList({ standards }: { standards: readonly Standard[] }) {
  const mayImport = useCan('Mutation.importScoreSheet');
  const [importing, setImporting] = useState(false);
  const result = useQuery(ScoreSheetsDocument);
  const action = mayImport && !importing && <Button small onClick={() => setImporting(true)}>{words.import}</Button>;
  return (
    <>
      <Section title={page.part.phieu} bare action={action}>
        <p className={css.soft}>{words.lead}</p>
        <Answer result={result} data={result.data?.scoreSheets} rows={3}>
          {(sheets) =>
            sheets.length === 0 ? <Empty>{words.none}</Empty> : <DataTable caption={text.control.tableOf(page.part.phieu)} columns={columns} rows={sheets} rowKey={({ id }) => id} />
          }
        </Answer>
      </Section>
      <Suspense fallback={<Loading rows={4} />}>
        {importing && <ImportSheet standards={standards} onImported={() => void result.refetch()} onClose={() => setImporting(false)} />}
      </Suspense>
    </>
  );
}
