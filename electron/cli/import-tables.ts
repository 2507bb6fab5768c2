import { resolve } from 'node:path';
import { type FileRecipe, tableCalled } from '../../core/model/recipe';
import { type TableIn, type TablesIn, tablesIn } from '../../core/usecases/import/tables-in';
import type { HostContext } from '../host/context';
import { WrongUsage } from './exit';
import type { ImportOptions } from './import-options';

/** What is to be loaded. What cannot be found is told before anything is. @throws WrongUsage */
export async function tablesOf(
  ctx: HostContext,
  files: readonly string[],
  options: ImportOptions,
  given: FileRecipe | undefined,
  signal: AbortSignal,
): Promise<TablesIn> {
  const chosen = {
    members: options.member ?? list(given?.source.member),
    sheets: options.sheet ?? list(given?.source.sheet),
  };
  const all: TablesIn = { tables: [], hidden: [], beside: [] };
  for (const file of files) {
    const { tables, hidden, beside } = await tablesIn(ctx.sources, resolve(file), chosen, signal);
    all.tables.push(...tables);
    all.hidden.push(...hidden);
    all.beside.push(...beside);
  }
  checkAlone(all.tables.map(tableCalled), options);
  checkApart(all.tables, options);
  return all;
}

const list = (value: string | undefined) => (value === undefined ? undefined : [value]);

/** Options that say something of one table, and of those that go into one entity with others. */
const ofOne = ['recipe', 'rejects', 'refused', 'mended'] as const;
const ofEntity = ['entity', 'key', 'only'] as const;

/** @param tables what people call them; files, before it is known what is in them */
export function checkAlone(tables: readonly string[], options: ImportOptions): void {
  if (tables.length < 2) return;
  const found = `there are ${tables.length}: ${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ' …' : ''}`;
  const alone = ofOne.find((name) => options[name] !== undefined);
  if (alone) throw new WrongUsage(`--${alone} is for one table, and ${found}`);
  const named = ofEntity.find((name) => options[name] !== undefined);
  if (named === undefined || (options.entity !== undefined && (options.mode ?? 'replace') !== 'replace')) return;
  throw new WrongUsage(
    `--${named} is for one table, and ${found}; take one with --sheet or --member, or load all into one entity with --entity and --mode append`,
  );
}

/** What replaces an entity must not be replaced by the next table. */
function checkApart(tables: readonly TableIn[], { mode = 'replace' }: ImportOptions): void {
  if (mode !== 'replace') return;
  const seen = new Map<string, string>();
  for (const table of tables) {
    const other = seen.get(table.entity.toLowerCase());
    if (other !== undefined)
      throw new WrongUsage(
        `${other} and ${tableCalled(table)} would both become “${table.entity}”: load them one by one with --entity (of an archive with --member, of a workbook with --sheet), or into one with --mode append`,
      );
    seen.set(table.entity.toLowerCase(), tableCalled(table));
  }
}
