import type * as Electron from 'electron';

export interface HostProcess {
  /** Gives the host one end of a line; starts the host when there is none. */
  connect(port: Electron.MessagePortMain): void;
  /** Asks the host to close what is open and waits for it, at most `patience` milliseconds. */
  quit(patience: number): Promise<void>;
}

/** Keeps the host running in a utility process: a crash there does not take the window. `down` hears of an exit nobody asked for. */
export function createHostProcess(electron: typeof Electron, file: string, home: string, down: (exitCode: number) => void): HostProcess {
  let child: Electron.UtilityProcess | undefined;
  let quitting = false;

  const start = (): Electron.UtilityProcess => {
    const started = electron.utilityProcess.fork(file, [`--home=${home}`], { serviceName: 'Muster engine', stdio: 'inherit' });
    started.on('exit', (code) => {
      if (child === started) child = undefined;
      if (!quitting) down(code);
    });
    child = started;
    return started;
  };

  return {
    connect: (port) => (child ?? start()).postMessage('window', [port]),
    quit: async (patience) => {
      quitting = true;
      const last = child;
      if (!last) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          last.kill();
          resolve();
        }, patience);
        last.on('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        last.postMessage('quit');
      });
    },
  };
}
