import { useEffect, useState } from 'react';
import { openHost, startFolder } from '../rpc/host';
import { saveNow } from '../state/campaign';
import { saveDeskNow } from '../state/desk';
import { attempt } from '../state/failures';
import { call, connectHost } from '../state/host';
import { enterWorkspace, useSession } from '../state/session';

let started: Promise<void> | undefined;

async function start(): Promise<void> {
  const client = await openHost();
  client.onLost(() => useSession.setState({ phase: 'lost' }));
  connectHost((method, input, options) => client.call(method, input, options));
  // What was typed in the last moments is not saved yet when the window goes.
  window.addEventListener('pagehide', () => {
    attempt(saveNow);
    attempt(saveDeskNow);
  });
  const hello = await call('app.hello', {});
  const current = await call('workspace.current', {});
  const workspace =
    startFolder !== undefined && current?.folder !== startFolder ? await call('workspace.open', { folder: startFolder }) : current;
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
