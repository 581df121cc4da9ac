import { type Readable } from 'node:stream';
import { localOf, opening, readMarkup, type Tag } from './markup.js';
import { rewritten } from './rewrite.js';

export type NoteKind = 'ERROR' | 'WARNING';
export type Dress = NoteKind | 'PLAIN' | 'HEADER' | 'LIST';

// Light red and light yellow of our own, by which cells of an earlier annotation are known again.
const colours: Readonly<Record<NoteKind, string>> = { ERROR: 'FFFFC9C7', WARNING: 'FFFFF2B3' };
const kinds: readonly NoteKind[] = ['ERROR', 'WARNING'];

interface Style {
  readonly attributes: Record<string, string>;
  readonly inner: string;
}

/** The styles of a workbook and those that the annotation adds behind them. */
export interface Styles {
  /** The style that looks like `base` but for its fill; PLAIN takes a fill of ours away and leaves others. */
  dressed(base: number, dress: Dress): number;
  rewrite(stream: Readable): AsyncIterable<Buffer>;
}

/** `open` gives the part anew each time. */
export async function stylesOf(open: () => Promise<Readable>): Promise<Styles> {
  const fills: (string | undefined)[] = [];
  const styles: Style[] = [];
  const path: string[] = [];
  let inner = '';
  let prefix = '';
  await readMarkup(await open(), {
    open: ({ name, attributes }) => {
      const local = localOf(name);
      const parent = path.at(-1);
      path.push(local);
      if (path.length === 1) prefix = name.slice(0, name.length - local.length);
      if (local === 'fill' && parent === 'fills') fills.push(undefined);
      if (local === 'fgColor' && path[1] === 'fills') fills[fills.length - 1] = attributes.rgb;
      if (local === 'xf' && parent === 'cellXfs') {
        styles.push({ attributes: { ...attributes }, inner: '' });
        inner = '';
      } else if (path[1] === 'cellXfs' && path.length > 3) inner += opening(name, attributes);
    },
    close: name => {
      path.pop();
      if (path[1] === 'cellXfs' && path.length > 2 && localOf(name) !== 'xf') inner += `</${name}>`;
      if (localOf(name) === 'xf' && path.at(-1) === 'cellXfs') styles[styles.length - 1] = { ...styles.at(-1)!, inner };
    },
  });
  const base = styles.length;
  const [fillCount, ours] = [fills.length, kinds.map(kind => fills.indexOf(colours[kind]))];
  const added = kinds.filter((_, at) => ours[at] === -1);
  const fillOf = (kind: NoteKind): number => (added.includes(kind) ? fillCount + added.indexOf(kind) : ours[kinds.indexOf(kind)]!);
  const made = new Map<string, number>();
  const more: Style[] = [];
  const dressed = (from: number, dress: Dress): number => {
    const style = styles[from] ?? { attributes: { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }, inner: '' };
    const isOurs = ours.includes(Number(style.attributes.fillId ?? -2));
    if (dress === 'PLAIN' && !isOurs) return from;
    const key = `${from} ${dress}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fillId = dress === 'PLAIN' ? 0 : dress === 'LIST' ? Number(style.attributes.fillId ?? 0) : fillOf(dress === 'HEADER' ? 'ERROR' : dress);
    const isText = dress === 'HEADER' || dress === 'LIST';
    more.push({
      attributes: { ...style.attributes, fillId: String(fillId), applyFill: '1', ...(isText && { applyAlignment: '1' }) },
      inner: isText ? `<${prefix}alignment vertical="top" wrapText="1"/>` : style.inner,
    });
    made.set(key, base + more.length - 1);
    return base + more.length - 1;
  };
  const xf = ({ attributes, inner: children }: Style): string => opening(`${prefix}xf`, attributes) + `${children}</${prefix}xf>`;
  const fill = (kind: NoteKind): string =>
    `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colours[kind]}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
  const counted = ({ name, attributes }: Tag, count: number): string => opening(name, { ...attributes, count });
  return {
    dressed,
    rewrite: stream =>
      rewritten(stream, {
        open: (tag, depth) => {
          const local = depth === 2 ? localOf(tag.name) : '';
          if (local === 'fills' && !tag.isSelfClosing) return counted(tag, fillCount + added.length);
          if (local === 'cellXfs' && !tag.isSelfClosing) return counted(tag, base + more.length);
          return undefined;
        },
        close: (name, depth) => {
          const local = depth === 2 ? localOf(name) : '';
          if (local === 'fills') return `${added.map(fill).join('')}</${name}>`;
          if (local === 'cellXfs') return `${more.map(xf).join('')}</${name}>`;
          return undefined;
        },
      }),
  };
}
