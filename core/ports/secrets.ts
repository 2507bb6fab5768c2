/** Secrets by name, kept outside the workspace. */
export interface Secrets {
  read(name: string): Promise<string | undefined>;
  write(name: string, secret: string): Promise<void>;
}
