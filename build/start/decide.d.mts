export interface StartOptions {
  web: boolean;
  open: boolean;
  sandbox: boolean;
  port: number | undefined;
  folder: string | undefined;
}
type Env = Readonly<Record<string, string | undefined>>;

export function parseArguments(argv: readonly string[]): StartOptions;
export function reasonAgainstElectron(facts: {
  options: StartOptions;
  platform: string;
  env: Env;
  uid: number | undefined;
}): string | undefined;
export function startFailure(end: { code: number | null; signal: string | null; milliseconds: number; output: string }): string | undefined;
export function browserCandidates(facts: { platform: string; env: Env }): string[];
export function browserFolder(facts: { exe: string; real: string; home: string; user: string; snapInstalled: boolean }): string;
export function browserArguments(facts: { door: string; profile: string; uid: number | undefined }): string[];
export function addressFor(url: string, folder: string | undefined): string;
export function doorPage(address: string): string;
