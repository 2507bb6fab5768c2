import type { Mutex } from '../base/mutex';
import type { Clock } from '../ports/clock';
import type { Connection, Engine } from '../ports/engine';
import type { Files } from '../ports/files';
import type { MetaStore } from '../ports/meta-store';
import type { Net } from '../ports/net';
import type { Secrets } from '../ports/secrets';

/** One open workspace and the world around it. */
export interface Context {
  engine: Engine;
  /** A connection of one's own, to be closed by the one who asked for it. */
  connection(): Promise<Connection>;
  store: MetaStore;
  files: Files;
  clock: Clock;
  net: Net;
  secrets: Secrets;
  /** Held while worktables are made, so that equal steps are computed once. */
  worktables: Mutex;
}
