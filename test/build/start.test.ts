import { describe, expect, test } from 'vitest';
import {
  addressFor,
  browserArguments,
  browserCandidates,
  browserFolder,
  doorPage,
  parseArguments,
  reasonAgainstElectron,
  startFailure,
} from '../../build/start/decide.mjs';

describe('arguments', () => {
  test('have defaults, and one folder', () => {
    expect(parseArguments([])).toEqual({ web: false, open: true, sandbox: true, port: undefined, folder: undefined });
    expect(parseArguments(['--web', '--no-open', '--no-sandbox', '--port', '8123', 'my data'])).toEqual({
      web: true,
      open: false,
      sandbox: false,
      port: 8123,
      folder: 'my data',
    });
  });

  test.each([[['a', 'b']], [['--wbe']], [['--port', 'x']], [['--port', '70000']]])('%j is refused', (argv) => {
    expect(() => parseArguments(argv)).toThrow();
  });
});

describe('Electron is not tried', () => {
  const facts = { options: parseArguments([]), platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000 };
  test('unless it can be', () => {
    expect(reasonAgainstElectron(facts)).toBeUndefined();
    expect(reasonAgainstElectron({ ...facts, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeUndefined();
    expect(reasonAgainstElectron({ ...facts, platform: 'darwin', env: {} })).toBeUndefined();
    expect(reasonAgainstElectron({ ...facts, platform: 'win32', env: {}, uid: undefined })).toBeUndefined();
  });
  test('when told so', () => expect(reasonAgainstElectron({ ...facts, options: parseArguments(['--web']) })).toContain('--web'));
  test('when nothing is to be opened', () =>
    expect(reasonAgainstElectron({ ...facts, options: parseArguments(['--no-open']) })).toContain('--no-open'));
  test('without a display', () => expect(reasonAgainstElectron({ ...facts, env: {} })).toContain('display'));
  test('as root with its sandbox', () => {
    expect(reasonAgainstElectron({ ...facts, uid: 0 })).toContain('root');
    expect(reasonAgainstElectron({ ...facts, uid: 0, options: parseArguments(['--no-sandbox']) })).toBeUndefined();
  });
});

test('an early end that shows why falls back to the browser; any other end is the app’s own', () => {
  const end = {
    code: 1,
    signal: null,
    milliseconds: 300,
    output: 'FATAL: The SUID sandbox helper binary was found, but is not configured correctly',
  };
  expect(startFailure(end)).toBe('Electron could not start here (SUID sandbox)');
  expect(startFailure({ ...end, code: null, signal: 'SIGTRAP' })).toContain('SUID sandbox');
  expect(startFailure({ ...end, code: 127, output: 'error while loading shared libraries: libgtk-3.so.0' })).toContain('shared libraries');
  expect(startFailure({ ...end, code: 0 })).toBeUndefined();
  expect(startFailure({ ...end, milliseconds: 60_000 })).toBeUndefined();
  expect(startFailure({ ...end, output: 'TypeError: x is undefined' })).toBeUndefined();
});

describe('the browser', () => {
  test('is the one named, or looked for where each system keeps it', () => {
    expect(browserCandidates({ platform: 'linux', env: { MUSTER_BROWSER: '/opt/b', PATH: '/usr/bin' } })).toEqual(['/opt/b']);
    expect(browserCandidates({ platform: 'linux', env: { PATH: '/usr/bin::/snap/bin' } }).slice(0, 2)).toEqual([
      '/usr/bin/chromium',
      '/snap/bin/chromium',
    ]);
    expect(browserCandidates({ platform: 'darwin', env: {} })[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(browserCandidates({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Programs' } })[1]).toBe(
      'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });

  test('of a snap reads from the snap’s own folder', () => {
    const facts = {
      exe: '/usr/bin/chromium',
      real: '/usr/bin/chromium',
      home: '/home/u/.local/share/muster',
      user: '/home/u',
      snapInstalled: false,
    };
    expect(browserFolder(facts)).toBe('/home/u/.local/share/muster');
    expect(browserFolder({ ...facts, exe: '/snap/bin/chromium', real: '/usr/bin/snap' })).toBe('/home/u/snap/chromium/common/muster');
    expect(browserFolder({ ...facts, real: '/snap/brave/12/bin/brave' })).toBe('/home/u/snap/brave/common/muster');
    expect(browserFolder({ ...facts, exe: '/usr/bin/chromium-browser', real: '/usr/bin/chromium-browser', snapInstalled: true })).toBe(
      '/home/u/snap/chromium/common/muster',
    );
  });

  test('is given a private page that leads to the window, never the token', () => {
    const address = addressFor('http://127.0.0.1:1/#token=s3cret', '/data/</script>&x');
    expect(address).toBe('http://127.0.0.1:1/#token=s3cret&open=%2Fdata%2F%3C%2Fscript%3E%26x');
    expect(addressFor('u#token=a', undefined)).toBe('u#token=a');
    const args = browserArguments({ door: 'file:///home/u/open.html', profile: '/home/u/browser', uid: 1000 });
    expect(args.join(' ')).not.toContain('s3cret');
    expect(args).toContain('--app=file:///home/u/open.html');
    expect(args).not.toContain('--no-sandbox');
    expect(browserArguments({ door: '', profile: '', uid: 0 })).toContain('--no-sandbox');
    expect(doorPage(address)).toContain(JSON.stringify(address));
    expect(doorPage('</script>')).not.toContain('</script><');
  });
});
