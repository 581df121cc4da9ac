import { useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { useCan } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { figureUnit, standard as words } from '../../text/vi-standard';
import { Button } from '../../ui/button';
import { DialogActions } from '../../ui/confirm-dialog';
import { standing } from './dated';
import { RecordForm } from './record-form';
import { RecordStandardFigureDocument } from './standard.generated';
import css from './standard.module.css';
import type { Standard } from './standard-page';
import { figuresOf, isRecorded, Provenance, rowName, type FigureRow } from './standard-table';

interface FigureHistoryProps {
  standard: Standard;
  row: FigureRow;
  onChanged: () => void;
  onClose: () => void;
}

/** All that one number of a standard was and will be, each with its source; the secretariat records what holds next. */
export function FigureHistory({ standard, row, onChanged, onClose }: FigureHistoryProps) {
  const mayRecord = useCan('Mutation.recordStandardFigure') && isRecorded(row);
  const all = figuresOf(standard, row);
  const [recording, setRecording] = useState(all.length === 0);
  const record = useCommand(RecordStandardFigureDocument);
  const [latest] = standing(all);
  if (recording && mayRecord) {
    return (
      <RecordForm
        label={words.recordOf(rowName(row))}
        lead={row.figure === 'INCOME_LINE' || row.figure === 'AVERAGE_TO' ? `${words.recordLead} ${words.lineLead}` : words.recordLead}
        busy={record.busy}
        onChanged={onChanged}
        onClose={onClose}
        fields={[
          { name: 'value', label: words.value, kind: 'number', suffix: figureUnit[row.figure], required: true },
          { name: 'validFrom', label: words.from, kind: 'day', required: true },
          { name: 'source', label: words.source, kind: 'text', hint: words.sourceHint, required: true },
          { name: 'note', label: words.note, kind: 'long' },
        ]}
        send={({ value, validFrom, source, note }) =>
          record.run({
            input: {
              standard: standard.code, figure: row.figure, areaType: row.areaType, latest: latest?.id ?? null,
              value: Number(value), validFrom: String(validFrom), source: String(source), note: note as string | null,
            },
          })
        }
      />
    );
  }
  return (
    <>
      <p className={css.soft}>{standard.name}</p>
      <ul className={css.history}>
        {all.map((one) => (
          <li key={one.id}>
            <strong>{formatNumber(one.value)}</strong> {figureUnit[row.figure]}, {words.validFromTo(formatDay(one.validFrom), one.validTo && formatDay(one.validTo))}
            <span className={css.note}>
              <Provenance of={one.provenance} />. {one.source}
            </span>
            {one.note && <span className={css.note}>{one.note}</span>}
            {one.replacedOn && <span className={css.note}>{words.replaced(formatDay(one.replacedOn))}</span>}
          </li>
        ))}
      </ul>
      <DialogActions>
        {mayRecord && <Button kind="primary" onClick={() => setRecording(true)}>{words.record}</Button>}
        <Button onClick={onClose}>{text.control.close}</Button>
      </DialogActions>
    </>
  );
}
