const units = ['KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes of a limit as the engine writes it, such as `4.0 GiB`; undefined where it writes something else. */
export function limitBytes(written: string): number | undefined {
  const [, amount, unit = ''] = /^([\d.]+) (\w+)$/.exec(written) ?? [];
  const power = units.indexOf(unit) + 1;
  return power === 0 ? undefined : Math.round(Number(amount) * 1024 ** power);
}
