import { useMemo, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { figureName, figureUnit, provenance, standard as words } from '../../text/vi-standard';
import { areaType as areaName } from '../../text/vi-household';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/confirm-dialog';
import { DataTable, type Column } from '../../ui/data-table';
import { Facts, Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import { current, standing } from './dated';
import { FigureHistory } from './figure-history';
import { IndicatorTable } from './indicator-table';
import { RecordForm } from './record-form';
import { RecordStandardDocument } from './standard.generated';
import css from './standard.module.css';
import type { Standard } from './standard-page';

export type FigureRow = { figure: keyof typeof figureName; areaType: 'RURAL' | 'URBAN' | null };
const inBoth = (figure: FigureRow['figure']): FigureRow[] => [{ figure, areaType: 'RURAL' }, { figure, areaType: 'URBAN' }];
/** In the order in which a class is found: income, deprivations, mức sống trung bình, points. */
const rows: FigureRow[] = [
  ...inBoth('INCOME_LINE'),
  { figure: 'MIN_DEPRIVATIONS', areaType: null },
  ...inBoth('AVERAGE_FROM'),
  ...inBoth('AVERAGE_TO'),
  ...inBoth('INCOME_POINTS'),
  { figure: 'POINTS_PER_INDICATOR', areaType: null },
  { figure: 'POOR_FROM_POINTS', areaType: null },
];

/** "Chuẩn 2022-2026", by the years in which it holds. */
export const shortName = ({ validFrom, validTo }: Standard): string => words.short(validFrom.slice(0, 4), validTo?.slice(0, 4) ?? null);

/** "Chuẩn thu nhập (nông thôn)". */
export const rowName = ({ figure, areaType }: FigureRow): string => (areaType ? `${figureName[figure]} (${areaName[areaType].toLocaleLowerCase('vi')})` : figureName[figure]);

export const figuresOf = (standard: Standard, row: FigureRow) => standard.figures.filter(({ figure, areaType }) => figure === row.figure && areaType === row.areaType);

/** The lower end of mức sống trung bình follows the income line and is not typed. */
export const isRecorded = ({ figure }: FigureRow): boolean => figure !== 'AVERAGE_FROM';

interface Chosen {
  standard: string;
  row: FigureRow;
}

/** The standards side by side: what holds in each, where it comes from, and how it came to be. */
export function StandardTable({ standards, onChanged }: { standards: readonly Standard[]; onChanged: () => void }) {
  const [chosen, setChosen] = useState<Chosen>();
  const columns = useMemo(
    (): Column<FigureRow>[] => [
      { key: 'name', title: words.figureName, head: true, cell: rowName },
      ...standards.map((standard): Column<FigureRow> => ({
        key: standard.code,
        title: shortName(standard),
        cell: (row) => <Figure standard={standard} row={row} onOpen={() => setChosen({ standard: standard.code, row })} />,
      })),
    ],
    [standards],
  );
  const opened = chosen && standards.find(({ code }) => code === chosen.standard);
  return (
    <>
      <div className={css.grid}>
        {standards.map((standard) => (
          <StandardCard key={standard.code} standard={standard} />
        ))}
      </div>
      <Section title={words.figures} bare action={<AddStandard standards={standards} onChanged={onChanged} />}>
        <DataTable caption={text.control.tableOf(words.figures)} columns={columns} rows={rows} rowKey={rowName} />
      </Section>
      <IndicatorTable standards={standards} />
      {chosen && opened && (
        <Dialog open title={(figuresOf(opened, chosen.row).length > 0 ? words.historyOf : words.recordOf)(rowName(chosen.row))} onClose={() => setChosen(undefined)}>
          <FigureHistory standard={opened} row={chosen.row} onChanged={onChanged} onClose={() => setChosen(undefined)} />
        </Dialog>
      )}
    </>
  );
}

function StandardCard({ standard }: { standard: Standard }) {
  const { today } = useSession();
  const { validFrom, validTo } = standard;
  const holds = validFrom <= today && (!validTo || today <= validTo);
  const label = holds ? words.inForce : validFrom > today ? words.upcoming(formatDay(validFrom)) : words.ended(formatDay(validTo ?? ''));
  return (
    <article className={css.card} aria-label={standard.name}>
      <h2>{standard.name}</h2>
      <p><StatusTag tone={holds ? 'good' : 'quiet'} label={label} /></p>
      <Facts
        items={[
          { label: words.validity, value: words.validFromTo(formatDay(validFrom), validTo && formatDay(validTo)) },
          { label: words.origin, value: <Provenance of={standard.provenance} /> },
          { label: words.basis, value: standard.legalBasis },
          ...(standard.note ? [{ label: words.gaps, value: standard.note }] : []),
        ]}
      />
    </article>
  );
}

/** "Trích theo nghị định"; what is only remembered is marked, since somebody has to check it. */
export function Provenance({ of }: { of: keyof typeof provenance }) {
  return of === 'RECALLED' ? <span className={[css.mark, css.recalled].join(' ')}>{provenance[of]}</span> : provenance[of];
}

function Figure({ standard, row, onOpen }: { standard: Standard; row: FigureRow; onOpen: () => void }) {
  const { today } = useSession();
  const mayRecord = useCan('Mutation.recordStandardFigure') && isRecorded(row);
  const all = figuresOf(standard, row);
  const found = current(all, today);
  const next = found && standing(all).find(({ validFrom }) => validFrom > today && validFrom > found.validFrom);
  return (
    <>
      {found ? (
        <>
          <strong>{formatNumber(found.value)}</strong> {figureUnit[row.figure]}
        </>
      ) : (
        <span className={css.soft}>{words.noFigure}</span>
      )}
      <span className={css.below}>
        {found && <Provenance of={found.provenance} />}
        {(found || mayRecord) && (
          <Button small kind="quiet" label={`${found ? words.history : words.record}: ${rowName(row)}, ${standard.name}`} onClick={onOpen}>
            {found ? words.history : words.record}
          </Button>
        )}
      </span>
      {next && <span className={css.note}>{words.next(formatDay(next.validFrom), formatNumber(next.value))}</span>}
    </>
  );
}

function AddStandard({ standards, onChanged }: { standards: readonly Standard[]; onChanged: () => void }) {
  const may = useCan('Mutation.recordStandard');
  const [open, setOpen] = useState(false);
  const record = useCommand(RecordStandardDocument);
  const last = standards.at(-1);
  if (!may || !last) return null;
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {words.addStandard}
      </Button>
      <Dialog title={words.addStandard} open={open} onClose={() => setOpen(false)}>
        <RecordForm
          label={words.addStandard}
          lead={words.standardLead}
          busy={record.busy}
          onChanged={onChanged}
          onClose={() => setOpen(false)}
          fields={[
            { name: 'code', label: words.code, kind: 'text', hint: words.codeHint, required: true, maxLength: 40 },
            { name: 'name', label: words.name, kind: 'text', required: true, maxLength: 200 },
            { name: 'legalBasis', label: words.source, kind: 'text', hint: words.sourceHint, required: true },
            { name: 'validFrom', label: words.from, kind: 'day', required: true },
            { name: 'validTo', label: words.to, kind: 'day' },
            { name: 'indicatorsOf', label: words.indicatorsOf, kind: 'select', initial: last.code, choices: standards.map(({ code, name }) => ({ value: code, label: name })) },
            { name: 'note', label: words.note, kind: 'long' },
          ]}
          send={({ code, name, legalBasis, validFrom, validTo, indicatorsOf, note }) =>
            record.run({
              input: {
                code: String(code), name: String(name), legalBasis: String(legalBasis), validFrom: String(validFrom), indicatorsOf: String(indicatorsOf),
                validTo: validTo as string | null, note: note as string | null,
              },
            })
          }
        />
      </Dialog>
    </>
  );
}
