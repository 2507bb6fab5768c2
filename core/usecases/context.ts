import type { Mutex } from '../base/mutex';
import type { Work } from '../model/work';
import type { Registry } from '../plan/optimise/stored';
import type { Bytes } from '../ports/bytes';
import type { Clock } from '../ports/clock';
import type { Connection, Engine } from '../ports/engine';
import type { Files } from '../ports/files';
import type { MetaStore } from '../ports/meta-store';
import type { Net } from '../ports/net';
import type { Secrets } from '../ports/secrets';
import type { Sources } from '../ports/sources';
import type { Timer } from '../ports/timer';
import type { Transcode } from '../ports/transcode';

/** Rows a link leads to, of those rows that it leads anywhere from. Both are 1 where it reaches at most one row. */
export interface FanOut {
  average: number;
  maximum: number;
}

/** One open workspace and the world around it. */
export interface Context {
  engine: Engine;
  /** A connection of one's own, to be closed by the one who asked for it. */
  connection(): Promise<Connection>;
  store: MetaStore;
  files: Files;
  clock: Clock;
  timer: Timer;
  bytes: Bytes;
  transcode: Transcode;
  net: Net;
  secrets: Secrets;
  /** Files outside the workspace that may be read. */
  sources: Sources;
  /**
   * Locked while worktables are made, so that equal steps are computed once; what is kept of them; which of them a connection
   * asked for, so that nobody drops them before it is closed; which of them each campaign asks for as it was counted last, and which
   * it asked for before.
   */
  worktables: Mutex & {
    registry: Registry;
    held: Map<Connection, Set<string>>;
    asked: Map<string, readonly string[]>;
    superseded: Set<string>;
  };
  /** Fan-outs of links by link and data version, each measured once. */
  fanOuts: Map<string, FanOut>;
  /** Locked while figures of the data are read or kept. */
  figures: Mutex;
  /** What was done with each campaign since the workspace was opened, the last first. */
  works: Map<string, readonly Work[]>;
}
