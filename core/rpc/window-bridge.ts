/** Names of the messages between the window, its preload and the main process. */
export const bridgeMessages = {
  connect: 'host:connect',
  port: 'host:port',
  down: 'host:down',
  chooseFolder: 'choose:folder',
  chooseFiles: 'choose:files',
} as const;

/** What the preload puts on `window.muster`; the page has nothing else of Electron. */
export interface WindowBridge<DroppedFile> {
  readonly platform: string;
  /** Asks for a line to the host. It arrives as the window message `bridgeMessages.port` with one MessagePort. */
  connectHost(): Promise<void>;
  /** Absolute path of a dropped or chosen file; empty when it is not on a disk. */
  pathOf(file: DroppedFile): string;
  chooseFolder(options: FolderOptions): Promise<string | null>;
  chooseFiles(options: FilesOptions): Promise<string[]>;
  onHostDown(listener: (exitCode: number) => void): void;
}

export interface FolderOptions {
  title?: string;
  /** Folder shown first. */
  start?: string;
}

export interface FilesOptions {
  title?: string;
  many?: boolean;
  /** Without the dot; empty means any file. */
  extensions?: string[];
}
