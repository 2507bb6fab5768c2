import { AppError } from '../../core/base/errors';
import type { Client } from '../../core/rpc/connect';
import type { MusterContract } from '../../core/rpc/contract';
import type { FilesOptions, FolderOptions } from '../../core/rpc/window-bridge';
import './host';

/** Bytes per message of an upload. */
const slice = 1024 * 1024;

/** Whether folders and files are chosen with the system's dialogs and have paths. Otherwise a folder is typed and a file uploaded. */
export const hasDialogs = (): boolean => window.muster !== undefined;

/** @returns undefined when nothing was chosen, or the shell has no dialogs */
export async function chooseFolder(options: FolderOptions = {}): Promise<string | undefined> {
  return (await window.muster?.chooseFolder(options)) ?? undefined;
}

/**
 * Lets a person choose files and gives their paths on the host's disk; the browser shell uploads them first.
 * @returns empty when nothing was chosen
 */
export async function chooseFiles(
  client: Pick<Client<MusterContract>, 'call'>,
  options: FilesOptions & { signal?: AbortSignal; onShare?: (share: number) => void } = {},
): Promise<string[]> {
  const { signal, onShare, ...wanted } = options;
  if (window.muster) return window.muster.chooseFiles(wanted);
  const paths: string[] = [];
  for (const file of await pickFiles(wanted)) paths.push(await filePath(client, file, { signal, onShare }));
  return paths;
}

/**
 * The path of a dropped or picked file on the host's disk. In a browser it is uploaded, in slices of 1 MiB.
 * @param options.onShare hears the share uploaded, 0 to 1
 * @throws AppError `no-path` for a file that is on no disk, `cancelled`
 */
export async function filePath(
  client: Pick<Client<MusterContract>, 'call'>,
  file: File,
  options: { signal?: AbortSignal; onShare?: (share: number) => void } = {},
): Promise<string> {
  if (window.muster) {
    const path = window.muster.pathOf(file);
    if (path === '') throw new AppError('no-path', { name: file.name });
    return path;
  }
  const upload = crypto.randomUUID();
  let path = '';
  let offset = 0;
  // An empty file is one empty slice.
  do {
    const bytes = new Uint8Array(await file.slice(offset, offset + slice).arrayBuffer());
    ({ path } = await client.call('files.upload', { name: file.name, upload, offset, bytes }, { signal: options.signal }));
    offset += bytes.byteLength;
    options.onShare?.(file.size === 0 ? 1 : offset / file.size);
  } while (offset < file.size);
  return path;
}

function pickFiles({ many, extensions = [] }: FilesOptions): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = many ?? false;
  input.accept = extensions.map((extension) => `.${extension}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
