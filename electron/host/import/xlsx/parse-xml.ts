import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

type Attributes = Record<string, string>;

export interface Handlers {
  open?(name: string, attributes: Attributes, selfClosing: boolean): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** No cell holds so much; without it a bomb of one text would fill the memory. */
const longestText = 16 * 1024 * 1024;

/** Reads XML part by part, element names without their prefixes. After each part `drained` may wait. @throws Error with line and cause */
export async function parseXml(from: Readable, handlers: Handlers, drained?: () => Promise<boolean>): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('it declares a document type');
  });
  if (handlers.open)
    parser.on('opentag', (tag: SaxesTagPlain) => handlers.open?.(bare(tag.name), tag.attributes as Attributes, tag.isSelfClosing));
  if (handlers.close) parser.on('closetag', (tag: SaxesTagPlain) => handlers.close?.(bare(tag.name)));
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let since = 0;
  for await (const chunk of from) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    since = text.includes('<') ? text.length - text.lastIndexOf('<') : since + text.length;
    if (since > longestText) throw new Error('a text in it is longer than any cell');
    parser.write(text);
    if (drained && (await drained())) return;
  }
  parser.close();
}
