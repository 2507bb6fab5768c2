const longest = 120;

/** Column names as they may be used: no control characters, none empty, none twice (compared without case, as DuckDB does). */
export function columnNames(header: readonly (string | null)[]): string[] {
  const taken = new Set<string>();
  return header.map((text, c) => {
    const clean = tidy(text ?? '') || `column_${c + 1}`;
    let name = clean;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${clean.slice(0, longest - 8)}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** An entity's name from a file's, and from that of the sheet or list where it has several: one must not take the place of another. */
export function entityName(file: string, sheet = ''): string {
  const name = `${file.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '')} ${sheet.replaceAll('.', '_')}`;
  return tidy(name).replaceAll(/[\s-]+/g, '_') || 'data';
}

function tidy(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replaceAll(/\p{Cs}/gu, '\uFFFD');
}
