type Piece = { kind: 'text'; text: string } | { kind: 'any' } | { kind: 'one' };

/** The test that a LIKE pattern is; `undefined` where a rule has none: one that wants `%` or `_` themselves in the midst. */
export function patternTest(
  pattern: string,
  escape: string | undefined,
): { op: 'contains' | 'starts-with' | 'ends-with' | 'matches'; value: string } | undefined {
  const pieces = piecesOf(pattern, escape);
  if (!pieces) return undefined;
  const shape = pieces.map((p) => p.kind).join(' ');
  const [first, second] = pieces;
  if (shape === 'any any') return { op: 'contains', value: '' };
  if (shape === 'any text any' && second?.kind === 'text') return { op: 'contains', value: second.text };
  if (shape === 'text any' && first?.kind === 'text') return { op: 'starts-with', value: first.text };
  if (shape === 'any text' && second?.kind === 'text') return { op: 'ends-with', value: second.text };
  const literal = pieces.some((p) => p.kind === 'text' && /[%_]/.test(p.text));
  return literal
    ? undefined
    : { op: 'matches', value: pieces.map((p) => (p.kind === 'text' ? p.text : p.kind === 'any' ? '%' : '_')).join('') };
}

/** `undefined` where an escape stands before nothing. Without an escape every other sign is itself. */
function piecesOf(pattern: string, escape: string | undefined): Piece[] | undefined {
  const pieces: Piece[] = [];
  const signs = [...pattern];
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i] ?? '';
    if (sign === escape && i === signs.length - 1) return undefined;
    const plain = sign === escape ? signs[++i] : sign === '%' || sign === '_' ? undefined : sign;
    const last = pieces.at(-1);
    if (plain === undefined) pieces.push({ kind: sign === '%' ? 'any' : 'one' });
    else if (last?.kind === 'text') last.text += plain;
    else pieces.push({ kind: 'text', text: plain });
  }
  return pieces;
}
