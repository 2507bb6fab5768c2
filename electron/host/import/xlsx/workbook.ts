import { posix } from 'node:path';
import type { Zip } from '../open-zip';
import { parseXml } from './parse-xml';

export interface Workbook {
  /** Names of sheets and the files that hold them, in order; hidden ones last. */
  sheets: { name: string; file: string; hidden: boolean }[];
  /** Days are counted from 1904. */
  from1904: boolean;
  styles: string | undefined;
  strings: string | undefined;
}

/** @throws Error when it is no workbook */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const main = (await related(zip, '', 'officeDocument'))?.file ?? 'xl/workbook.xml';
  const found: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await parseXml(await zip.read(main), {
    open(name, attributes) {
      if (name === 'sheet')
        found.push({ name: attributes.name ?? '', id: relationOf(attributes), hidden: (attributes.state ?? 'visible') !== 'visible' });
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    },
  });
  const relations = await relationsOf(zip, main);
  const inOrder = found.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  const sheets = inOrder.flatMap(({ name, id, hidden }) => {
    const relation = relations.find((r) => r.id === id);
    // Charts and macros are sheets without cells.
    return relation?.type.endsWith('/worksheet') ? [{ name, file: relation.file, hidden }] : [];
  });
  const of = (type: string) => relations.find((r) => r.type.endsWith(`/${type}`) && zip.names.includes(r.file))?.file;
  return { sheets, from1904, styles: of('styles'), strings: of('sharedStrings') };
}

function relationOf(attributes: Record<string, string>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

interface Relation {
  id: string;
  type: string;
  file: string;
}

async function related(zip: Zip, of: string, type: string): Promise<Relation | undefined> {
  return (await relationsOf(zip, of)).find((r) => r.type.endsWith(`/${type}`));
}

/** Source: ECMA-376, part 2: relations stand in a file beside, its targets relative to the folder of that which has them. */
async function relationsOf(zip: Zip, of: string): Promise<Relation[]> {
  const file = posix.join(posix.dirname(of), '_rels', `${posix.basename(of)}.rels`);
  const relations: Relation[] = [];
  if (!zip.names.includes(file)) return relations;
  await parseXml(await zip.read(file), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(of), Target);
      relations.push({ id: Id, type: Type, file: target });
    },
  });
  return relations;
}
