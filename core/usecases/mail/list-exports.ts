import { fromUtf8 } from '../../base/utf8';
import { mailManifest } from '../../mail/manifest';
import type { MailPackage } from '../../model/report';
import type { Files } from '../../ports/files';

const exportsFolder = 'exports';

/** Mail that was written into the workspace, the latest moment first. The folders are the only truth; other files beside them are left out. */
export async function listExports({ files }: { files: Files }): Promise<MailPackage[]> {
  if (!(await files.exists(exportsFolder))) return [];
  const found: MailPackage[] = [];
  for (const name of await files.list(exportsFolder)) {
    const folder = `${exportsFolder}/${name}`;
    const manifest = `${folder}/manifest.json`;
    if (!(await files.exists(manifest))) continue;
    const parsed = mailManifest.safeParse(jsonIn(await files.read(manifest)));
    if (!parsed.success) continue;
    const { campaign, message, as_of, send_at, files: written } = parsed.data;
    found.push({ message, folder, files: written, manifest, campaign, asOf: as_of, ...(send_at ? { sendAt: send_at } : {}) });
  }
  return found.sort((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1));
}

function jsonIn(content: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(content));
  } catch {
    return undefined;
  }
}
