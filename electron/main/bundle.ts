import { readFile } from 'node:fs/promises';
import { findAsset } from '../shell/assets';
import { securityHeaders } from '../shell/policy';
import { isOurs } from './origin';

/** Answers `app://` with files of the window's bundle. */
export async function serveBundle(request: { url: string; method: string }, renderer: string): Promise<Response> {
  const headers = securityHeaders();
  const refuse = (status: number) => new Response(null, { status, headers });
  if (!isOurs(request.url)) return refuse(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const asset = await findAsset(renderer, new URL(request.url).pathname);
  if (!asset) return refuse(404);
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(asset.file));
  return new Response(body, { headers: { ...headers, 'Content-Type': asset.type, 'Content-Length': String(asset.bytes) } });
}
