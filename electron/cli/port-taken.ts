import { AppError } from '../../core/base/errors';

/** Starts something that listens. @throws AppError `cli-port-taken` */
export async function portTaken<T>(port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      throw new AppError('cli-port-taken', { port }, { cause: error });
    throw error;
  }
}
