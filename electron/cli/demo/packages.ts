import { fromUtf8 } from '../../../core/base/utf8';
import { balances, type MailManifest, mailManifest } from '../../../core/mail/manifest';
import { parseDocument } from '../../../core/model/parse';
import type { HostContext } from '../../host/context';

/** A mail package as it lies on disk, measured again. */
export interface ReadPackage {
  manifest: string;
  message: string;
  counts: MailManifest['counts'];
  balances: boolean;
  files: { file: string; rows: number; bytes: number; sha256: string; intact: boolean }[];
}

/** @param folders of packages inside the workspace */
export async function readPackages(ctx: HostContext, folders: readonly string[]): Promise<ReadPackage[]> {
  const found: ReadPackage[] = [];
  for (const folder of folders) {
    const path = `${folder}/manifest.json`;
    const manifest = parseDocument(mailManifest, JSON.parse(fromUtf8(await ctx.files.read(path))), path);
    const files: ReadPackage['files'] = [];
    for (const { file, ...given } of manifest.files) {
      const { sha256, bytes } = await ctx.files.digest(`${folder}/${file}`);
      files.push({ file: ctx.files.resolve(`${folder}/${file}`), ...given, intact: sha256 === given.sha256 && bytes === given.bytes });
    }
    found.push({
      manifest: ctx.files.resolve(path),
      message: manifest.message,
      counts: manifest.counts,
      balances: balances(manifest),
      files,
    });
  }
  return found;
}
