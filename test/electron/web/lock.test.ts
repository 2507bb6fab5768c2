import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idleTimer } from '../../../electron/web/idle';
import { releaseLock, runningShell, takeLock } from '../../../electron/web/lock';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'muster-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const own = { pid: process.pid, url: 'http://127.0.0.1:1/#token=a' };
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

test('the first takes it, the second learns who has it, and no scraps stay', () => {
  expect(runningShell(home)).toBeUndefined();
  expect(takeLock(home, own)).toBeUndefined();
  expect(takeLock(home, { pid: process.ppid, url: 'http://127.0.0.1:2/#token=b' })).toEqual(own);
  expect(runningShell(home)).toEqual(own);
  expect(readdirSync(home)).toEqual(['browser-shell.json']);
});

test('only its owner can read it, for it holds the token', () => {
  takeLock(home, own);
  expect(statSync(path.join(home, 'browser-shell.json')).mode & 0o777).toBe(0o600);
});

test('the lock of a dead shell is taken over', () => {
  expect(takeLock(home, { pid: deadPid(), url: own.url })).toBeUndefined();
  expect(runningShell(home)).toBeUndefined();
  expect(takeLock(home, own)).toBeUndefined();
  expect(runningShell(home)).toEqual(own);
});

test.each(['', '{', '{"pid":-1,"url":"x"}', '[]'])('a file that holds %j counts as no lock', (text) => {
  writeFileSync(path.join(home, 'browser-shell.json'), text);
  expect(takeLock(home, own)).toBeUndefined();
  expect(runningShell(home)).toEqual(own);
});

test('only the holder releases it', () => {
  takeLock(home, own);
  releaseLock(home, process.ppid);
  expect(runningShell(home)).toEqual(own);
  releaseLock(home, process.pid);
  expect(readdirSync(home)).toEqual([]);
});

test('a shell ends when no first window comes, and a while after the last one has gone', () => {
  vi.useFakeTimers();
  const quit = vi.fn();
  const windows = idleTimer({ first: 100, after: 10, quit });
  vi.advanceTimersByTime(99);
  windows(1);
  vi.advanceTimersByTime(1000);
  windows(0);
  vi.advanceTimersByTime(9);
  windows(1);
  vi.advanceTimersByTime(1000);
  expect(quit).not.toHaveBeenCalled();
  windows(0);
  vi.advanceTimersByTime(10);
  expect(quit).toHaveBeenCalledTimes(1);
  idleTimer({ first: 100, after: 10, quit });
  vi.advanceTimersByTime(100);
  expect(quit).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
