const storageKey = 'muster.token';

export interface Address {
  /** The key to the browser shell. */
  token?: string;
  /** A workspace folder to open. */
  folder?: string;
}

/**
 * Reads what the launcher put in the address, and takes it out, so that no bookmark, history entry or screenshot
 * shows the token. The token is kept for this tab only: a reload has it, another tab does not.
 */
export function readAddress(page: Pick<Window, 'location' | 'sessionStorage' | 'history'>): Address {
  const given = new URLSearchParams(page.location.hash.slice(1));
  const token = given.get('token');
  const folder = given.get('open') ?? undefined;
  if (token !== null) page.sessionStorage.setItem(storageKey, token);
  if (token !== null || folder !== undefined) page.history.replaceState(null, '', page.location.pathname);
  return { token: page.sessionStorage.getItem(storageKey) ?? undefined, folder };
}
