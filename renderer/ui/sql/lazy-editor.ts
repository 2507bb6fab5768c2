import { lazy } from 'react';

const parts = [() => import('monaco-editor/editor'), () => import('monaco-editor/features/register.all')];

/** Lets what waits, such as a key that was pressed, go first. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** The editor is large: its parts begin one after the other, so that none holds the window up for as long as all of them. */
export const SqlEditor = lazy(async () => {
  for (const part of parts) {
    await part();
    await turn();
  }
  return import('./sql-editor');
});
