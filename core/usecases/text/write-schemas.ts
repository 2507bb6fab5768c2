import type { Files } from '../../ports/files';
import { editorSettings, editorText, schemaFiles, schemasFolder } from '../../text/schemas';

/**
 * Writes the JSON Schema of every kind of file beside a text project, and tells editors which is for which.
 * Settings of an editor that are there already are left as they are.
 * @returns paths written
 */
export async function writeSchemas(target: Files): Promise<string[]> {
  const files = schemaFiles();
  if (!(await target.exists(editorSettings))) files.set(editorSettings, editorText());
  for (const folder of new Set([schemasFolder, ...[...files.keys()].map((path) => path.slice(0, path.lastIndexOf('/')))]))
    await target.makeFolder(folder);
  for (const [path, text] of files) await target.write(path, text);
  return [...files.keys()];
}
