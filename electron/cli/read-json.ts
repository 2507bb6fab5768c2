import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../core/base/errors';
import { parseDocument } from '../../core/model/parse';
import { readError } from '../host/files/errors';

/** A text file given on the command line. */
export async function readText(file: string): Promise<string> {
  const path = isAbsolute(file) ? file : resolve(file);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw readError(error, path);
  }
}

/** A document given as a file. @throws AppError `file-missing`, `read-failed`, `cli-bad-json`, `bad-document` */
export async function readJson<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>> {
  const text = await readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError('cli-bad-json', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  return parseDocument(schema, value, file);
}
