import { expect, test } from 'vitest';
import { homeFolder } from '../../../electron/shell/home';

test('the home folder is where each system keeps application data', () => {
  expect(homeFolder({}, 'linux', '/home/u')).toBe('/home/u/.local/share/muster');
  expect(homeFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/u')).toBe('/data/muster');
  expect(homeFolder({ XDG_DATA_HOME: 'relative' }, 'linux', '/home/u')).toBe('/home/u/.local/share/muster');
  expect(homeFolder({}, 'darwin', '/Users/u')).toBe('/Users/u/Library/Application Support/Muster');
  expect(homeFolder({ MUSTER_HOME: '/elsewhere' }, 'darwin', '/Users/u')).toBe('/elsewhere');
});
