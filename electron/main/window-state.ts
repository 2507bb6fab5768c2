import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const rectangle = { x: z.number().int(), y: z.number().int(), width: z.number().int().min(400), height: z.number().int().min(300) };
const schema = z.strictObject({ ...rectangle, maximized: z.boolean() });

/** Where the window was, in screen pixels. */
export type WindowState = z.infer<typeof schema>;
type Rectangle = Omit<WindowState, 'maximized'>;

const stateFile = (home: string) => path.join(home, 'window.json');

/** The remembered place; undefined when there is none, it cannot be read, or no screen shows it any more. */
export function readWindowState(home: string, screens: readonly { workArea: Rectangle }[]): WindowState | undefined {
  try {
    const { data } = schema.safeParse(JSON.parse(readFileSync(stateFile(home), 'utf8')));
    return data && screens.some(({ workArea }) => overlaps(data, workArea)) ? data : undefined;
  } catch {
    // A lost window position costs nothing; the window opens in the middle.
    return undefined;
  }
}

export function writeWindowState(home: string, state: WindowState): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const beside = `${stateFile(home)}.new`;
  writeFileSync(beside, JSON.stringify(state));
  renameSync(beside, stateFile(home));
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across >= 100 && down >= 100;
}
