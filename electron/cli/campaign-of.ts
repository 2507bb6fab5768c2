import { AppError } from '../../core/base/errors';
import { type Campaign, campaign } from '../../core/model/campaign';
import type { HostContext } from '../host/context';
import { readJson } from './read-json';

/** Whether a word on the command line means a file rather than a name in the workspace. */
export const isFile = (word: string): boolean => word.endsWith('.json') || /[\\/]/.test(word);

/** The campaign of an id or a name in the workspace, or of a file. @throws AppError `not-found`, `file-missing`, `cli-bad-json`, `bad-document` */
export async function campaignOf(ctx: HostContext, word: string): Promise<Campaign> {
  if (isFile(word)) return readJson(word, campaign);
  return named(ctx.store.list('campaign'), 'campaign', word);
}

/** By id, else by name. @throws AppError `not-found` with the ids that exist */
export function named<T extends { id: string; name: string }>(documents: readonly T[], kind: string, word: string): T {
  const found = documents.find((d) => d.id === word) ?? documents.find((d) => d.name === word);
  if (found) return found;
  throw new AppError('not-found', { kind, name: word, known: documents.map((d) => d.id).join(', ') || '–' });
}
