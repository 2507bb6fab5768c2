import { expect, it } from 'vitest';
import { AppError } from '../../../../core/base/errors';
import { cancelSource } from '../../../../core/rpc/cancel-source';
import { createWorks } from '../../../../electron/host/workspace/works';

const never = cancelSource().signal;
const untilStopped = (signal: typeof never) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AppError('cancelled'))));

it('a workspace is left at once where nothing is under way, and not where something is', async () => {
  const works = createWorks();
  expect(await works.leave(false, async () => 'left')).toBe('left');
  let finish = () => {};
  const run = works.during('run', never, () => new Promise<void>((resolve) => (finish = resolve)));
  const other = works.during('import', never, async () => 1);
  await expect(works.leave(false, async () => 'left')).rejects.toMatchObject({ code: 'work-under-way', details: { works: 'run import' } });
  finish();
  await Promise.all([run, other]);
  expect(await works.leave(false, async () => 'left')).toBe('left');
});

it('what may be stopped is over before the workspace is left', async () => {
  const works = createWorks();
  let isOver = false;
  const run = works
    .during('run', never, untilStopped)
    .catch((error: unknown) => error)
    .finally(() => (isOver = true));
  const left = await works.leave(true, async (stop) => {
    await stop();
    return isOver;
  });
  expect(left).toBe(true);
  expect(await run).toMatchObject({ code: 'cancelled' });
});

it('nothing is stopped where the other workspace cannot be opened', async () => {
  const works = createWorks();
  const run = works.during('run', never, untilStopped).catch(() => 'stopped');
  await expect(works.leave(true, () => Promise.reject(new AppError('folder-missing', { folder: 'x' })))).rejects.toMatchObject({
    code: 'folder-missing',
  });
  await expect(works.leave(false, async () => {})).rejects.toMatchObject({ code: 'work-under-way' });
  await works.leave(true, (stop) => stop());
  expect(await run).toBe('stopped');
});

it('what is asked for while the workspace is being left waits until it is', async () => {
  const works = createWorks();
  const done: string[] = [];
  let open = () => {};
  const leaving = works.leave(false, () => new Promise<void>((resolve) => (open = resolve))).then(() => done.push('left'));
  const run = works.during('run', never, async () => done.push('run'));
  await Promise.resolve();
  expect(done).toEqual([]);
  open();
  await Promise.all([leaving, run]);
  expect(done).toEqual(['left', 'run']);
});

it('who asked for it can still stop it', async () => {
  const works = createWorks();
  const source = cancelSource();
  const run = works.during('sync', source.signal, untilStopped).catch(() => 'stopped');
  source.cancel();
  expect(await run).toBe('stopped');
});

it('what was cancelled while it waited is told so, and can take back what was done for it', async () => {
  const works = createWorks();
  const source = cancelSource();
  source.cancel();
  expect(await works.during('sample', source.signal, async (signal) => signal.aborted)).toBe(true);
});

it('who waits for what is under way is told when the last of it is over, and may give up waiting', async () => {
  const works = createWorks();
  await works.idle(never);
  const told: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (kind: 'run' | 'import') => works.during(kind, never, () => new Promise<void>((resolve) => ends.set(kind, resolve)));
  const run = begin('run');
  const source = cancelSource();
  const idle = works.idle(never).then(() => told.push('idle'));
  const given = works.idle(source.signal).then(() => told.push('given up'));
  const other = begin('import');
  source.cancel();
  await given;
  ends.get('run')?.();
  await run;
  await new Promise((then) => setTimeout(then));
  expect(told).toEqual(['given up']);
  ends.get('import')?.();
  await Promise.all([other, idle]);
  expect(told).toEqual(['given up', 'idle']);
});
