import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface Asset {
  /** Absolute, links resolved. */
  file: string;
  /** For `Content-Type`. */
  type: string;
  bytes: number;
}

/**
 * The file of the window's bundle that a URL's path names, or undefined. Never a file outside `root`: not by `..`
 * in any encoding, not by a backslash, not by a symbolic link.
 */
export async function findAsset(root: string, urlPath: string): Promise<Asset | undefined> {
  const segments = safeSegments(urlPath);
  if (!segments) return undefined;
  const type = types[path.extname(segments.at(-1) ?? '').toLowerCase()];
  if (!type) return undefined;
  try {
    const file = await realpath(path.join(root, ...segments));
    if (!file.startsWith((await realpath(root)) + path.sep)) return undefined;
    const facts = await stat(file);
    return facts.isFile() ? { file, type, bytes: facts.size } : undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function safeSegments(urlPath: string): string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (!decoded.startsWith('/') || /[\0\\]/.test(decoded)) return undefined;
  if (decoded === '/') return ['index.html'];
  const segments = decoded.slice(1).split('/');
  // A colon would name a drive or an alternate stream on Windows.
  return segments.some((segment) => segment === '' || segment === '.' || segment === '..' || segment.includes(':')) ? undefined : segments;
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG';
}
