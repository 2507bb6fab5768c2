import type { Bytes } from '../../ports/bytes';
import type { Clock } from '../../ports/clock';
import type { Engine } from '../../ports/engine';
import type { Files } from '../../ports/files';
import type { Net } from '../../ports/net';
import type { Secrets } from '../../ports/secrets';
import type { Timer } from '../../ports/timer';

/** What freezing needs of the outside. */
export interface FreezePorts {
  engine: Engine;
  files: Files;
  bytes: Bytes;
}

/** What syncing needs of the outside. */
export interface SyncPorts {
  files: Files;
  clock: Clock;
  net: Net;
  secrets: Secrets;
  timer: Timer;
  bytes: Bytes;
}
