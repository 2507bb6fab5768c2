import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ActivityType } from '../../../core/model/activity';
import { kinds } from './kinds';

/** What the icon of a kind of activity draws, as SVG within 24 × 24. */
export function iconParts(type: ActivityType): string {
  const beside = document.createElement('div');
  const root = createRoot(beside);
  flushSync(() => root.render(createElement(kinds[type].icon)));
  const parts = beside.querySelector('svg')?.innerHTML ?? '';
  root.unmount();
  return parts;
}
