import { expect, test } from 'vitest';
import { pressed } from '../../../renderer/app/pressed';

const event = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {}, code = '') => {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
};

test('keys are pressed with exactly what is held, Cmd being Ctrl', () => {
  expect(pressed(event('s', { ctrlKey: true }), 'Ctrl+S')).toBe(true);
  expect(pressed(event('s', { metaKey: true }), 'Ctrl+S')).toBe(true);
  expect(pressed(event('S', { ctrlKey: true, shiftKey: true }), 'Ctrl+S')).toBe(false);
  expect(pressed(event('s'), 'Ctrl+S')).toBe(false);
  expect(pressed(event('PageDown', { altKey: true }), 'Alt+PageDown')).toBe(true);
});

test('a letter is its key, whatever Alt writes with it', () => {
  expect(pressed(event('∑', { altKey: true }, 'KeyW'), 'Alt+W')).toBe(true);
  expect(pressed(event('∑', { altKey: true }, 'KeyX'), 'Alt+W')).toBe(false);
});
