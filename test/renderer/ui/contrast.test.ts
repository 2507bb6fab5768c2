import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

/** The colours of one block of tokens, by role. */
function roles(selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, role = '', colour = '']) => [role, colour]));
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['canvas', 'surface', 'raised', 'sunken'];
const families = ['source', 'shape', 'store', 'steer', 'message'];
const tones = ['danger', 'warning', 'success'];

/** What is written, on what. */
const written = [
  ...['text', 'text-muted', 'text-faint', 'accent-text', ...tones].flatMap((role) => grounds.map((ground) => [role, ground])),
  ...['text', 'text-muted'].flatMap((role) => ['hover', 'pressed'].map((ground) => [role, ground])),
  ...tones.flatMap((tone) => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
  ]),
  // SQL.
  ...['source', 'shape'].flatMap((role) => grounds.map((ground) => [role, ground])),
  // Notes.
  ['steer', 'sunken'],
  ['source', 'source-soft'],
  ...['source-soft', 'success-soft', 'warning-soft', 'danger-soft'].flatMap((ground) => [
    ['text', ground],
    ['text-muted', ground],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent-text', 'accent-soft'],
  ['text', 'accent-soft'],
];

/** What is drawn and must be seen: controls, focus, icons of families. */
const drawn = [
  ...['focus', 'control-line'].flatMap((role) => grounds.map((ground) => [role, ground])),
  ...families.map((family) => [family, `${family}-soft`]),
];

const themes = [
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
] as const;

test.each(themes)('everything written and drawn can be seen in %s', (_theme, selector) => {
  const colours = roles(selector);
  const weak = [
    ...written.map(([role = '', ground = '']) => ({ role, ground, least: 4.5 })),
    ...drawn.map(([role = '', ground = '']) => ({ role, ground, least: 3 })),
  ].filter(({ role, ground, least }) => contrast(colours.get(role) ?? '', colours.get(ground) ?? '') < least || !colours.has(role));
  expect(weak).toEqual([]);
});

/** What lies on what: a row that is chosen or pointed at beside the others. */
test.each(themes)('what is pointed at can be told from what it lies on in %s', (_theme, selector) => {
  const colours = roles(selector);
  const apart = (a: string, b: string) => contrast(colours.get(a) ?? '', colours.get(b) ?? '');
  expect(Math.min(apart('hover', 'surface'), apart('hover', 'raised'))).toBeGreaterThan(1.1);
  expect(apart('pressed', 'hover')).toBeGreaterThan(1.05);
});

test('both themes have the same roles', () => {
  expect([...roles(themes[1][1]).keys()]).toEqual([...roles(themes[0][1]).keys()]);
});
