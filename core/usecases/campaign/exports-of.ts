import type { Run } from '../../model/run';
import type { Context } from '../context';
import { findDocument } from '../find-document';

/** Folders of the mail of a run and of those it started. */
export function exportsOf(ctx: Context, run: Run): string[] {
  const started = (run.signals ?? []).flatMap((s) => (s.run === undefined ? [] : exportsOf(ctx, findDocument(ctx, 'run', s.run))));
  return [...run.exports, ...started];
}
