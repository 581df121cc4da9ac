import { type Readable } from 'node:stream';
import { placeOf } from './address.js';
import { type CellNote } from './annotate-sheet.js';
import { cellText, localOf, opening, plainText, readMarkup, xmlDeclaration } from './markup.js';
import { mainNamespace } from './write-parts.js';

/** By this author comments of an earlier annotation are known again. */
const author = 'Kiểm tra dữ liệu';
/** Excel grows slow with more; the column of messages has them all. */
export const mostComments = 5000;

interface Comment {
  readonly attributes: Readonly<Record<string, string>>;
  readonly author: string;
  readonly inner: string;
}

/** The comments of a sheet that are not ours, as they were, and the addresses of ours. */
export async function commentsOf(stream: Readable): Promise<{ readonly others: readonly Comment[]; readonly ours: ReadonlySet<string> }> {
  const authors: string[] = [];
  const all: Comment[] = [];
  let current: { attributes: Record<string, string>; inner: string } | undefined;
  let isAuthor = false;
  await readMarkup(stream, {
    open: ({ name, attributes }) => {
      const local = localOf(name);
      if (local === 'author') {
        isAuthor = true;
        authors.push('');
      } else if (local === 'comment') current = { attributes: { ...attributes }, inner: '' };
      else if (current) current.inner += opening(local, attributes);
    },
    text: text => {
      if (isAuthor) authors[authors.length - 1] += text;
      else if (current) current.inner += cellText(plainText(text));
    },
    close: name => {
      const local = localOf(name);
      if (local === 'author') isAuthor = false;
      else if (local === 'comment' && current) {
        all.push({ ...current, author: authors[Number(current.attributes.authorId)] ?? '' });
        current = undefined;
      } else if (current) current.inner += `</${local}>`;
    },
  });
  return {
    others: all.filter(comment => comment.author !== author),
    ours: new Set(all.filter(comment => comment.author === author).map(({ attributes }) => attributes.ref ?? '')),
  };
}

/** Comments for cells that have none of their own. */
export function commentsXml(others: readonly Comment[], ours: ReadonlyMap<string, CellNote>): string {
  const authors = [author, ...new Set(others.map(comment => comment.author))];
  const kept = others.map(({ attributes, author: by, inner }) => `${opening('comment', { ...attributes, authorId: authors.lastIndexOf(by) })}${inner}</comment>`);
  const added = [...ours].map(([ref, { message }]) => `<comment ref="${ref}" authorId="0"><text><r><t xml:space="preserve">${cellText(message)}</t></r></text></comment>`);
  return (
    `${xmlDeclaration}<comments xmlns="${mainNamespace}"><authors>${authors.map(one => `<author>${cellText(one)}</author>`).join('')}</authors>` +
    `<commentList>${kept.join('')}${added.join('')}</commentList></comments>`
  );
}

// Said anew on all that is ours: other programs declare only the prefixes that they use themselves.
const namespaces = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const shapeType =
  `<v:shapetype ${namespaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
const shapesStart = `<xml ${namespaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>`;

function shape(address: string, at: number): string {
  const { column, row } = placeOf(address)!;
  return (
    `<v:shape ${namespaces} id="_x0000_s${900_000 + at}" type="#_x0000_t202" style="position:absolute;width:220pt;height:70pt;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 15, ${Math.max(row - 2, 0)}, 10, ${column + 4}, 15, ${row + 3}, 4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

/** The shapes of comments: those of `dropped` leave, those of `added` come; Excel's VML need not be XML, so it is cut as text. */
export function shapesVml(original: string | null, dropped: ReadonlySet<string>, added: readonly string[]): string {
  const end = original?.lastIndexOf('</xml>') ?? -1;
  const body = original === null || end === -1 ? shapesStart : original.slice(0, end);
  let kept = '';
  let from = 0;
  for (let start = body.indexOf('<v:shape '); start !== -1; start = body.indexOf('<v:shape ', from)) {
    const close = body.indexOf('</v:shape>', start);
    if (close === -1) break;
    const block = body.slice(start, close + 10);
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(block)?.[1];
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(block)?.[1];
    const isDropped = block.includes('"Note"') && row !== undefined && column !== undefined && dropped.has(`${row} ${column}`);
    kept += body.slice(from, isDropped ? start : close + 10);
    from = close + 10;
  }
  const ours = added.length > 0 && !body.includes('id="_x0000_t202"') ? shapeType : '';
  return `${kept}${body.slice(from)}${ours}${added.map(shape).join('')}</xml>`;
}

/** The key by which a shape names its cell. */
export function shapeKey(address: string): string {
  const place = placeOf(address);
  return place ? `${place.row - 1} ${place.column - 1}` : '';
}
