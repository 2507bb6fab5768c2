import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises';

/** Every call with which a file is changed, in one place so that a fault can be put into each of them. */
export interface Disk {
  open: typeof open;
  rename: typeof rename;
  link: typeof link;
  copyFile: typeof copyFile;
  rm: typeof rm;
  mkdir(path: string, options: { recursive: true }): Promise<string | undefined>;
}

export const realDisk: Disk = { open, rename, link, copyFile, rm, mkdir };
