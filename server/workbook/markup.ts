import { SaxesParser } from 'saxes';
import { type Readable } from 'node:stream';
import { WorkbookRefused } from './refused.js';

const deepest = 64;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Tag {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly isSelfClosing: boolean;
}

export interface Handlers {
  open?(tag: Tag): void;
  text?(text: string): void;
  close?(name: string): void;
}

export interface MarkupParser {
  write(text: string): void;
  end(): void;
}

/** The name without its namespace prefix: some programs write "x:row". */
export const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Well-formed XML without a document type, so without entities of its own; anything else throws WorkbookRefused. */
export function markupParser(handlers: Handlers): MarkupParser {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let depth = 0;
  parser.on('doctype', () => {
    throw new WorkbookRefused('UNSAFE_XML', 'document type');
  });
  parser.on('opentag', tag => {
    if (++depth > deepest) throw new WorkbookRefused('UNSAFE_XML', 'nested too deep');
    handlers.open?.(tag);
  });
  parser.on('closetag', tag => {
    depth--;
    handlers.close?.(tag.name);
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const guarded = (step: () => unknown): void => {
    try {
      step();
    } catch (error) {
      throw error instanceof WorkbookRefused || error instanceof RangeError ? error : new WorkbookRefused('DAMAGED', `xml: ${(error as Error).message}`);
    }
  };
  return { write: chunk => guarded(() => parser.write(chunk)), end: () => guarded(() => parser.close()) };
}

/** The text of a part in pieces; other than UTF-8, or a stream that fails, throws WorkbookRefused. */
export async function* piecesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    const { message } = error as Error;
    throw new WorkbookRefused(/too many bytes/.test(message) ? 'BOMB' : 'DAMAGED', `part: ${message}`);
  } finally {
    stream.destroy();
  }
}

export async function readMarkup(stream: Readable, handlers: Handlers): Promise<void> {
  const parser = markupParser(handlers);
  for await (const piece of piecesOf(stream)) parser.write(piece);
  parser.end();
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' };

/** For the text of an element or the value of an attribute. */
export const escaped = (text: string): string => (/[&<>"\r\n\t]/.test(text) ? text.replace(/[&<>"\r\n\t]/g, sign => escapes[sign]!) : text);

/** A cell's text: what XML cannot hold is written _xHHHH_ as Excel does, a half surrogate as U+FFFD. */
export function cellText(text: string): string {
  const kept = text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, sign => {
    return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
  return escaped(kept.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Undoes _xHHHH_. */
export const plainText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))) : text;

/** An opening tag as text, attributes in their order. */
export function opening(name: string, attributes: Readonly<Record<string, string | number>>, isSelfClosing = false): string {
  let text = `<${name}`;
  for (const key in attributes) text += ` ${key}="${escaped(String(attributes[key]))}"`;
  return text + (isSelfClosing ? '/>' : '>');
}
