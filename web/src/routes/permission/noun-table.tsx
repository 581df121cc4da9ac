import { useMemo } from 'react';
import { useSession } from '../../session';
import { noun as nounNames, permission as words, portalKind, verb } from '../../text/vi-permission';
import { DataTable, type Column } from '../../ui/data-table';
import { fieldWords } from './field-words';
import type { Line, Noun } from './permission-page';
import css from './permission.module.css';

type Kind = keyof typeof portalKind;
const kinds = Object.keys(portalKind) as Kind[];

/** One noun's fields against the portal kinds whose columns the viewer was given; folded until asked for. */
export function NounTable({ noun: { noun, name: called, what, ground, rows, fields }, isOpen }: { noun: Noun; isOpen: boolean }) {
  const { viewer } = useSession();
  const columns = useMemo((): Column<Line>[] => {
    const shown = viewer.portalKind === 'secretariat' ? kinds : kinds.filter((kind) => kind === viewer.portalKind);
    return [
      { key: 'field', title: words.field, head: true, cell: (line) => <FieldName noun={noun} line={line} />, sortBy: ({ field }) => fieldWords(noun, field) },
      ...shown.map((kind): Column<Line> => ({ key: kind, title: portalKind[kind], cell: (line) => verbWords(line[kind]) })),
    ];
  }, [noun, viewer.portalKind]);
  const name = nounNames[noun] ?? called;
  return (
    <details className={css.noun} open={isOpen || undefined}>
      <summary>
        <h2>
          {name} <code>{noun}</code>
        </h2>
        <span className={css.soft}>{fields.length}</span>
      </summary>
      <div className={css.about}>
        {what && <p>{what}{ground && <span className={css.soft}> {words.ground(ground)}.</span>}</p>}
        <p className={css.soft}>{words.rowsTitle}:</p>
        <ul>
          {rows.map(({ portal, reads, writes }) => <li key={portal}>{portalKind[portal]}: {reads}. <span className={css.soft}>{writes ? words.mayChange : words.mayNotChange}.</span></li>)}
        </ul>
      </div>
      <DataTable caption={name} columns={columns} rows={fields} rowKey={({ field }) => field} />
    </details>
  );
}

function FieldName({ noun, line }: { noun: string; line: Line }) {
  const { field, sensitive, why, ground } = line, changing = kinds.filter((kind) => /[cu]/.test(line[kind] ?? '')).map((kind) => portalKind[kind]);
  return (
    <>
      {fieldWords(noun, field)}{' '}
      {sensitive && (
        <>
          <span aria-hidden="true">★</span>
          <span className="visually-hidden">{words.sensitive}</span>{' '}
        </>
      )}
      <code className={css.code}>{field}</code>
      {why && <span className={css.why}>{why} {ground && words.ground(ground)}</span>}
      {changing.length > 0 && <span className={css.why}>{words.changedBy(changing.join(', '))}</span>}
    </>
  );
}

/** "rfa" → "đọc, lọc, thống kê". */
const verbWords = (verbs: string | null): string => [...(verbs ?? '')].map((letter) => verb[letter] ?? letter).join(', ') || words.never;
