/**
 * Ends a shell nobody uses. Times in milliseconds: `first` is how long it waits for the first window, `after` how long for
 * another once the last has gone (a reload closes its socket before it opens the next).
 * @returns to be told how many windows are connected, after every change
 */
export function idleTimer(options: { first: number; after: number; quit(): void }): (windows: number) => void {
  let timer = setTimeout(options.quit, options.first);
  return (windows) => {
    clearTimeout(timer);
    if (windows === 0) timer = setTimeout(options.quit, options.after);
  };
}
