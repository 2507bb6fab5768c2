/** A DuckDB type as its name says it, e.g. `STRUCT(a INTEGER, "b c" DECIMAL(4,2)[])`. */
export type TypeShape =
  | { kind: 'leaf'; name: string }
  | { kind: 'list'; of: TypeShape }
  | { kind: 'struct'; fields: { name: string; type: TypeShape }[] }
  | { kind: 'map'; key: TypeShape; value: TypeShape };

export function typeShape(name: string): TypeShape {
  const list = /^(.*)\[\d*\]$/s.exec(name);
  if (list?.[1] !== undefined) return { kind: 'list', of: typeShape(list[1]) };
  const struct = /^STRUCT\((.*)\)$/s.exec(name)?.[1];
  if (struct !== undefined) return { kind: 'struct', fields: parts(struct).map(field) };
  const map = /^MAP\((.*)\)$/s.exec(name)?.[1];
  if (map !== undefined) {
    const [key = 'VARCHAR', value = 'VARCHAR'] = parts(map);
    return { kind: 'map', key: typeShape(key), value: typeShape(value) };
  }
  return { kind: 'leaf', name };
}

function field(text: string): { name: string; type: TypeShape } {
  const quoted = /^"((?:[^"]|"")*)" (.*)$/s.exec(text);
  if (quoted) return { name: (quoted[1] ?? '').replaceAll('""', '"'), type: typeShape(quoted[2] ?? '') };
  const space = text.indexOf(' ');
  return { name: text.slice(0, space), type: typeShape(text.slice(space + 1)) };
}

/** Splits at the commas that are in no bracket and no quotes. */
function parts(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === ',' && depth === 0) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  found.push(text.slice(start).trim());
  return found;
}

const direct: ReadonlySet<string> = new Set([
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'FLOAT',
  'DOUBLE',
  'VARCHAR',
]);

/** Whether every value of the type comes over unchanged. What does not is asked for as text, so that no digit is lost on the way. */
export function comesOver(name: string): boolean {
  return direct.has(name);
}

/** The same shape with text at every leaf that does not come over as it is. */
export function carrierType(shape: TypeShape): string {
  switch (shape.kind) {
    case 'leaf':
      return comesOver(shape.name) ? shape.name : 'VARCHAR';
    case 'list':
      return `${carrierType(shape.of)}[]`;
    case 'struct':
      return `STRUCT(${shape.fields.map((f) => `"${f.name.replaceAll('"', '""')}" ${carrierType(f.type)}`).join(', ')})`;
    case 'map':
      return `MAP(${carrierType(shape.key)}, ${carrierType(shape.value)})`;
  }
}
