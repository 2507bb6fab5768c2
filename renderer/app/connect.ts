import { useEffect, useState } from 'react';
import { openHost } from '../rpc/host';
import { call, connectHost } from '../state/host';
import { enterWorkspace, useSession } from '../state/session';

let started: Promise<void> | undefined;

async function start(): Promise<void> {
  const client = await openHost();
  client.onLost(() => useSession.setState({ phase: 'lost' }));
  connectHost((method, input, options) => client.call(method, input, options));
  const hello = await call('app.hello', {});
  const workspace = await call('workspace.current', {});
  if (workspace) await enterWorkspace(workspace);
  useSession.setState({ phase: 'ready', version: hello.version, home: hello.home });
}

/** Connects once, however often the window is drawn. @returns why it could not be connected */
export function useStart(): unknown {
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    started ??= start();
    started.catch(setError);
  }, []);
  return error;
}
