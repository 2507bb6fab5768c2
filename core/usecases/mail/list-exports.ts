import { fromUtf8 } from '../../base/utf8';
import { type MailManifest, mailManifest } from '../../mail/manifest';
import type { MailPackage } from '../../model/report';
import type { Files } from '../../ports/files';
import type { AuditEntry, MetaStore } from '../../ports/meta-store';

const exportsFolder = 'exports';
const manifestName = 'manifest.json';

interface Context {
  files: Files;
  store: Pick<MetaStore, 'audit'>;
}

/**
 * Mail that was written, the latest moment first. Inside the workspace the folders are the only truth, and other files beside them
 * are left out. What was written elsewhere is known from the audit log; `at` gives the files of such a folder.
 */
export async function listExports(ctx: Context, at: (folder: string) => Files): Promise<MailPackage[]> {
  const inside = await listInside(ctx.files);
  const known = new Set(inside.map((found) => found.path));
  const outside: MailPackage[] = [];
  for (const { details } of ctx.store.audit()) {
    const path = details.folder;
    if (typeof path === 'string' && !known.has(path)) outside.push(await foundOutside(details, path, at(path)));
  }
  return [...inside, ...outside.filter(isLast)].sort((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1));
}

/** The same file written to the same folder again is the same mail. */
function isLast(mail: MailPackage, at: number, all: readonly MailPackage[]): boolean {
  return !all.slice(at + 1).some((later) => later.path === mail.path && later.files[0]?.sha256 === mail.files[0]?.sha256);
}

async function listInside(files: Files): Promise<MailPackage[]> {
  if (!(await files.exists(exportsFolder))) return [];
  const found: MailPackage[] = [];
  for (const name of await files.list(exportsFolder)) {
    const folder = `${exportsFolder}/${name}`;
    const manifest = await manifestIn(files, `${folder}/${manifestName}`);
    if (manifest) found.push({ place: 'inside', path: files.resolve(folder), ...told(manifest, folder) });
  }
  return found;
}

/** Whatever keeps the manifest from being read, the mail is not to be had there now; nor is it where another's took its place. */
async function foundOutside(details: AuditEntry['details'], path: string, files: Files): Promise<MailPackage> {
  const { campaign, name, message, rows, file, bytes, sha256, asOf } = details;
  const manifest = await manifestIn(files, manifestName).catch(() => undefined);
  if (manifest && manifest.files[0]?.sha256 === sha256) return { place: 'outside', path, ...told(manifest, path) };
  return {
    place: 'missing',
    path,
    folder: path,
    message: String(message),
    campaign: { id: String(campaign), name: String(name) },
    asOf: String(asOf),
    files: [{ file: String(file), rows: Number(rows), bytes: Number(bytes), sha256: String(sha256) }],
    manifest: `${path}/${manifestName}`,
  };
}

function told({ campaign, message, as_of, send_at, files }: MailManifest, folder: string): Omit<MailPackage, 'place' | 'path'> {
  return { message, folder, files, manifest: `${folder}/${manifestName}`, campaign, asOf: as_of, ...(send_at ? { sendAt: send_at } : {}) };
}

async function manifestIn(files: Files, path: string): Promise<MailManifest | undefined> {
  return (await files.exists(path)) ? mailManifest.safeParse(jsonIn(await files.read(path))).data : undefined;
}

function jsonIn(content: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(content));
  } catch {
    return undefined;
  }
}
