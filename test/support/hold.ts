import type { Connection, Engine } from '../../core/ports/engine';

type WithEngine = <T>(use: (connection: Connection, engine: Engine) => Promise<T>) => Promise<T>;

/** Keeps one engine open over several tests. */
export function hold(withEngine: WithEngine): Promise<{ connection: Connection; engine: Engine; release: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const whole = withEngine(
      (connection, engine) =>
        new Promise<void>((done) => {
          const release = () => {
            done();
            return whole;
          };
          resolve({ connection, engine, release });
        }),
    );
    whole.catch(reject);
  });
}
