/** Durable files inside the workspace folder, by path relative to it. */
export interface Files {
  /** Absolute path, for the engine. */
  resolve(path: string): string;
  exists(path: string): Promise<boolean>;
  list(folder: string): Promise<string[]>;
  read(path: string): Promise<Uint8Array>;
  /**
   * Whole or not at all, even through a kill or a full disk: temporary file, sync, rename, sync of the folder.
   * @param options.keep path under which the content replaced stays
   * @throws AppError `disk-full`, `folder-not-writable`, `folder-missing`, `save-failed`
   */
  write(path: string, content: Uint8Array | string, options?: { keep?: string }): Promise<void>;
  /** Adds to the end of a file, which is made when it is missing. A kill may leave the beginning of what was added. @throws as `write` */
  append(path: string, content: string): Promise<void>;
  /** Gives a finished file its final name, durably. Fails when the name is taken, unless `replace`. */
  publish(from: string, to: string, options?: { replace?: boolean }): Promise<void>;
  makeFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Lower-case hex SHA-256 and size in bytes. */
  digest(path: string): Promise<{ sha256: string; bytes: number }>;
}
