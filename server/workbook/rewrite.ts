import { type Readable } from 'node:stream';
import { escaped, markupParser, opening, piecesOf, xmlDeclaration, type Tag } from './markup.js';

export interface Rewriting {
  /** What stands in the place of an opening tag; undefined leaves it; `instead` drops it with all that is in it. */
  open?(tag: Tag, depth: number): string | { readonly instead: string } | undefined;
  /** What stands in the place of a closing tag; undefined leaves it. Not asked for a self-closing tag. */
  close?(name: string, depth: number): string | undefined;
}

/** Passes a part through: what the hooks leave alone comes out saying the same. Comments and CDATA marks are not kept. */
export async function* rewritten(stream: Readable, hooks: Rewriting): AsyncGenerator<Buffer> {
  let out = xmlDeclaration;
  let depth = 0;
  let dropped = 0;
  const isSelfClosing: boolean[] = [];
  const parser = markupParser({
    open: tag => {
      depth++;
      isSelfClosing.push(tag.isSelfClosing);
      if (dropped > 0) return void dropped++;
      const text = hooks.open?.(tag, depth) ?? opening(tag.name, tag.attributes, tag.isSelfClosing);
      if (typeof text !== 'string') dropped = 1;
      out += typeof text === 'string' ? text : text.instead;
    },
    text: text => {
      if (dropped === 0 && depth > 0) out += escaped(text);
    },
    close: name => {
      const wasSelfClosing = isSelfClosing.pop();
      depth--;
      if (dropped > 0) return void dropped--;
      if (!wasSelfClosing) out += hooks.close?.(name, depth + 1) ?? `</${name}>`;
    },
  });
  for await (const piece of piecesOf(stream)) {
    parser.write(piece);
    if (out.length < 65_536) continue;
    yield Buffer.from(out);
    out = '';
  }
  parser.end();
  yield Buffer.from(out);
}
