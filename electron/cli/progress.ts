/** What a command is doing, on stderr. */
export interface Progress {
  /** @param share 0 to 1, when it is known */
  show(stage: string, share?: number): void;
  /** A line that stays. */
  say(line: string): void;
  clear(): void;
}

const redrawAfter = 80;

/** On a terminal one line is redrawn; elsewhere every stage is written once, so that logs stay readable. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let stage = '';
  let drawn = 0;
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  };
  return {
    clear,
    say(line) {
      clear();
      stream.write(`${line}\n`);
    },
    show(next, share) {
      const fresh = next !== stage;
      stage = next;
      if (!stream.isTTY) {
        if (fresh) stream.write(`${next}\n`);
        return;
      }
      const now = performance.now();
      if (!fresh && now - drawn < redrawAfter) return;
      drawn = now;
      shown = true;
      const percent = share === undefined ? '' : ` ${Math.round(share * 100)} %`;
      stream.write(`\r\u001b[K${next}${percent}`.slice(0, (stream.columns ?? 80) + 3));
    },
  };
}
