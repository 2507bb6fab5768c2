import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export const protocol = 'muster.v1';
const tokenPrefix = 'token.';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Takes the same time whatever the texts have in common. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

/** The token among the offered WebSocket protocols; a page can set no other header of the upgrade. */
function offeredToken(headers: IncomingHttpHeaders): string {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.find((name) => name.startsWith(tokenPrefix))?.slice(tokenPrefix.length) ?? '';
}

/** Status with which a plain request is refused, or undefined to serve it. `host` is our literal address (DNS rebinding names another). */
export function refuseRequest({ headers, method }: IncomingMessage, host: string): number | undefined {
  if (headers.host !== host) return 421;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  const site = headers['sec-fetch-site'];
  // `none` is what a typed address or a bookmark sends; a top-level navigation only shows a page that has no token.
  const topLevel = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (site !== undefined && site !== 'same-origin' && !topLevel) return 403;
  return undefined;
}

/** Status with which an upgrade is refused, or undefined to open the socket. */
export function refuseUpgrade({ headers, url }: IncomingMessage, own: { host: string; origin: string; token: string }): number | undefined {
  if (headers.host !== own.host) return 421;
  if (url !== '/rpc') return 404;
  if (headers.origin !== own.origin) return 403;
  if (!sameSecret(offeredToken(headers), own.token)) return 401;
  return undefined;
}
