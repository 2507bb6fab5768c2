import { fromUtf8 } from '../../base/utf8';
import { type Look, look } from '../../model/look';
import type { Context } from '../context';

const fileOf = (id: string) => `looks/campaign-${id}.json`;

function parsed(text: string): Look | undefined {
  try {
    return look.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What was last seen of a campaign; undefined when nothing was, or nothing that can be read: it is only something to compare with. */
export async function readLook(ctx: Context, id: string): Promise<Look | undefined> {
  if (!(await ctx.files.exists(fileOf(id)))) return undefined;
  return parsed(fromUtf8(await ctx.files.read(fileOf(id))));
}

export function keepLook(ctx: Context, id: string, seen: Look): Promise<void> {
  return ctx.files.write(fileOf(id), JSON.stringify(seen));
}

export function dropLook(ctx: Context, id: string): Promise<void> {
  return ctx.files.remove(fileOf(id));
}
