import { changeDimension } from './activities/change-dimension';
import { combine, exclude } from './activities/combine';
import { join, passes, test } from './activities/control';
import { deduplicate } from './activities/deduplicate';
import { enrich } from './activities/enrich';
import { loadFile } from './activities/load-file';
import { sample, split } from './activities/parts';
import { reconcile } from './activities/reconcile';
import { send } from './activities/send';
import { build, buildFirst, incremental, readAudience, sql } from './activities/sources';
import type { Choose } from './choose';
import type { Made, Maker, Next } from './making';
import type { Speaking } from './rules';

const makers: Maker[] = [
  ...[
    buildFirst,
    build,
    readAudience,
    readAudience,
    sql,
    sql,
    passes,
    join,
    test,
    test,
    incremental,
    incremental,
    loadFile,
    reconcile,
    reconcile,
  ],
  ...[combine, combine, exclude, exclude, changeDimension, changeDimension, changeDimension],
  ...[deduplicate, deduplicate, deduplicate, enrich, enrich, enrich, split, split, split, sample, sample],
  ...[send, send, send],
];

/** An activity that accepts some of the populations made so far. */
export function randomActivity(c: Choose, s: Speaking, id: string, made: readonly Made[]): Next {
  for (;;) {
    const maker = made.length === 0 ? c.one([buildFirst, buildFirst, buildFirst, loadFile]) : c.one(makers);
    const next = maker({ c, s, id, made });
    if (next) return next;
  }
}
