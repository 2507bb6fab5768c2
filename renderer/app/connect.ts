import { useEffect, useState } from 'react';
import { AppError, isAppError } from '../../core/base/errors';
import type { WorkspaceSummary } from '../../core/model/report';
import { openHost, startFolder } from '../rpc/host';
import { lookAtCampaignAgain, saveNow } from '../state/campaign';
import { useData } from '../state/data';
import { lookAtDeskAgain, saveDeskNow } from '../state/desk';
import { attempt, fail } from '../state/failures';
import { call, connectHost } from '../state/host';
import { refreshLibrary } from '../state/library';
import { keepRuleDrafts } from '../state/rule-drafts';
import { enterWorkspace, refreshSettings, refreshWorkspace, tellLeft, useSession } from '../state/session';

/** Another window may have done anything meanwhile. */
async function lookAgain(): Promise<void> {
  await refreshWorkspace();
  await Promise.all([useData.getState().refresh(), refreshLibrary(), refreshSettings()]);
  await lookAtCampaignAgain();
  await lookAtDeskAgain();
}

function orLeft(error: unknown): never {
  if (isAppError(error) && (error.code === 'workspace-left' || error.code === 'workspace-closed')) {
    const { folder, now } = error.details;
    tellLeft({ folder: String(folder), ...(now === undefined ? {} : { now: String(now) }) });
    throw new AppError('cancelled');
  }
  throw error;
}

/** What the launcher asked for. Where it cannot be opened, the window says so and has everything else. */
async function openStartFolder(current: string | undefined): Promise<WorkspaceSummary | undefined> {
  if (startFolder === undefined || startFolder === current) return undefined;
  return call('workspace.open', { folder: startFolder }).catch((error: unknown) => {
    fail(error);
    return undefined;
  });
}

let started: Promise<void> | undefined;

async function start(): Promise<void> {
  const client = await openHost();
  client.onLost(() => useSession.setState({ phase: 'lost' }));
  connectHost((method, input, options) => client.call(method, input, options).catch(orLeft));
  // What was typed in the last moments is not saved yet when the window goes.
  window.addEventListener('pagehide', () => {
    attempt(saveNow);
    attempt(saveDeskNow);
  });
  window.addEventListener('focus', () => {
    const { phase, workspace } = useSession.getState();
    if (phase === 'ready' && workspace) attempt(lookAgain);
  });
  keepRuleDrafts();
  const hello = await call('app.hello', {});
  const current = await call('workspace.current', {});
  const workspace = (await openStartFolder(current?.folder)) ?? current;
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
