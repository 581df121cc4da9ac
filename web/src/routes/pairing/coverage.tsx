import { useState } from 'react';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { pairingBoard as words } from '../../text/vi-pairing';
import type { Column } from '../../ui/data-table';
import { StatusTag } from '../../ui/status-tag';
import css from './board.module.css';
import { ChooseTable } from './choose-table';
import type { Board } from './pairing-page';

type Place = Board['communes'][number];

const columns: Column<Place>[] = [
  { key: 'name', title: words.commune, head: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'helpers', title: words.bodiesOf, cell: (place) => <Bodies place={place} />, sortBy: ({ helpers }) => helpers.length },
  { key: 'agreed', title: words.agreedHouseholds, align: 'end', cell: ({ agreed }) => formatNumber(agreed), sortBy: ({ agreed }) => agreed },
  { key: 'waiting', title: words.waitingShort, align: 'end', cell: ({ waiting }) => formatNumber(waiting), sortBy: ({ waiting }) => waiting },
  { key: 'without', title: words.without, align: 'end', cell: ({ withoutHelper }) => (withoutHelper === null ? text.hidden.notAsked : formatNumber(withoutHelper)), sortBy: ({ withoutHelper }) => withoutHelper },
];
const keyOf = ({ unit }: Place): string => unit;
const givenOf = ({ unit, name }: Place) => ({ name, commune: unit });

/** The communes with the bodies that help them; those without one are given to a body from here. */
export function Coverage({ board, onDone }: { board: Board; onDone: () => void }) {
  const [onlyEmpty, setOnlyEmpty] = useState(false);
  const rows = onlyEmpty ? board.communes.filter(({ helpers }) => helpers.length === 0) : board.communes;
  return (
    <>
      <label className={css.tools}>
        <input type="checkbox" checked={onlyEmpty} onChange={(event) => setOnlyEmpty(event.currentTarget.checked)} /> {words.onlyEmpty}
      </label>
      <ChooseTable caption={text.control.tableOf(words.coverage)} columns={columns} rows={rows} rowKey={keyOf} given={givenOf} title={words.giveCommunes} bodies={board.helpers} onDone={onDone} />
    </>
  );
}

function Bodies({ place: { helpers, proposed } }: { place: Place }) {
  return (
    <>
      {helpers.length > 0 ? helpers.join(', ') : <StatusTag tone="risk" label={words.noBody} />}
      {proposed.length > 0 && <span className={css.soft}> {words.proposedOf(proposed.join(', '))}</span>}
    </>
  );
}
