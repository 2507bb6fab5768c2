const storageKey = 'muster.token';

/**
 * The key to the browser shell: given once in the address, kept for this tab only, and taken out of the address
 * so that no bookmark, history entry or screenshot shows it.
 */
export function windowToken(page: Pick<Window, 'location' | 'sessionStorage' | 'history'>): string | undefined {
  const given = /^#token=([\w-]+)$/.exec(page.location.hash)?.[1];
  if (given !== undefined) {
    page.sessionStorage.setItem(storageKey, given);
    page.history.replaceState(null, '', page.location.pathname);
  }
  return page.sessionStorage.getItem(storageKey) ?? undefined;
}
