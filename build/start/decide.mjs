// What `npm start` decides, apart from what it does, so that every branch can be tried.
import path from 'node:path';
import { parseArgs } from 'node:util';

export function parseArguments(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { web: { type: 'boolean' }, 'no-open': { type: 'boolean' }, 'no-sandbox': { type: 'boolean' }, port: { type: 'string' } },
  });
  if (positionals.length > 1) throw new Error(`one workspace folder at most, not ${positionals.length}`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new Error(`--port ${values.port} is not a port`);
  return { web: values.web ?? false, open: !values['no-open'], sandbox: !values['no-sandbox'], port, folder: positionals[0] };
}

/** Why Electron is not to be tried, or undefined. */
export function reasonAgainstElectron({ options, platform, env, uid }) {
  if (options.web) return '--web was given';
  if (!options.open) return '--no-open was given';
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)';
  if (platform === 'linux' && uid === 0 && options.sandbox) return 'Electron does not run as root unless --no-sandbox is given';
  return undefined;
}

const cannotStart =
  /SUID sandbox|Running as root without|error while loading shared libraries|Missing X server|ozone_platform|Failed to move to new namespace|ENOENT|EACCES/;
const early = 10_000;

/** Why a process that ended was unable to run here at all, or undefined when it ran. */
export function startFailure({ code, signal, milliseconds, output }) {
  if (milliseconds > early || (code === 0 && !signal)) return undefined;
  const sign = cannotStart.exec(output)?.[0];
  return sign && `Electron could not start here (${sign})`;
}

const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'];

/** Where a browser that can show a page as a window of its own may be, likeliest first. */
export function browserCandidates({ platform, env }) {
  if (env.MUSTER_BROWSER) return [env.MUSTER_BROWSER];
  if (platform === 'darwin') return macNames.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => windowsPaths.map((rest) => `${folder}\\${rest}`));
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  return linuxNames.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

/**
 * The folder for files the browser must read. A snap sees neither hidden folders nor the temporary folder, but has one of its own.
 * @param real the executable with links resolved
 * @param snapInstalled whether /snap/bin holds a browser of that name (Ubuntu's chromium-browser is a script that starts it)
 */
export function browserFolder({ exe, real, home, user, snapInstalled }) {
  const name = path.posix.basename(exe).replace(/-browser$/, '');
  const snap = /^\/snap\/(?:bin\/)?([\w-]+)/.exec(real)?.[1] ?? (real === '/usr/bin/snap' || snapInstalled ? name : undefined);
  return snap ? path.posix.join(user, 'snap', snap, 'common', 'muster') : home;
}

export function browserArguments({ door, profile, uid }) {
  return [
    `--app=${door}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1360,880',
    ...(uid === 0 ? ['--no-sandbox'] : []),
  ];
}

/** The window's address, asking for a workspace when one was named. */
export function addressFor(url, folder) {
  return folder === undefined ? url : `${url}&open=${encodeURIComponent(folder)}`;
}

/** A page that leads to the window. It is a private file, because every user of the machine can read arguments, and the address holds the token. */
export function doorPage(address) {
  const inScript = JSON.stringify(address).replaceAll('<', '\\u003c');
  return `<!doctype html><meta name="referrer" content="no-referrer"><script>location.replace(${inScript})</script>`;
}
