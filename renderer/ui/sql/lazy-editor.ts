import { lazy } from 'react';
import { quiet } from '../quiet';

/** The editor is large: its parts begin one after the other, so that none holds the window up for as long as all of them. */
const parts = [() => import('monaco-editor/editor'), () => import('monaco-editor/features/register.all'), () => import('./sql-editor')];

/** Lets what waits, such as a key that was pressed, go first. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

async function load(between: () => Promise<void>) {
  for (const part of parts) {
    await between();
    await part();
  }
  return import('./sql-editor');
}

export const SqlEditor = lazy(() => load(turn));

/** Loads the editor while nobody does anything, so that it is there when it is asked for. */
export async function loadEditorAhead(): Promise<void> {
  const { warmUp } = await load(quiet);
  await quiet();
  warmUp();
}
