export const scheme = 'app';
export const origin = `${scheme}://muster`;

/** Whether a URL is a page or a file of our own bundle. Parsed, because a prefix also fits `app://muster.example`. */
export function isOurs(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return `${protocol}//${host}` === origin && username === '' && password === '';
}
