import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder where Muster keeps what belongs to no workspace: recent workspaces, window state, the lock of the browser shell.
 * `MUSTER_HOME` overrides it; otherwise the place each system has for application data.
 */
export function homeFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  user: string = homedir(),
): string {
  if (env.MUSTER_HOME) return path.resolve(env.MUSTER_HOME);
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(user, 'AppData', 'Local'), 'Muster');
  if (platform === 'darwin') return path.join(user, 'Library', 'Application Support', 'Muster');
  // XDG Base Directory Specification: a relative path is to be ignored.
  const data = env.XDG_DATA_HOME;
  return path.join(data && path.isAbsolute(data) ? data : path.join(user, '.local', 'share'), 'muster');
}
