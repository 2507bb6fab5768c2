/** What a script may rely on. */
export const exitCodes = { done: 0, problems: 1, usage: 2, defect: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Options or arguments that do not go together. */
export class WrongUsage extends Error {}

/** Ends the process once everything written has left it. */
export async function leave(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) await new Promise<void>((resolve) => stream.write('', () => resolve()));
  process.exit(code);
}
