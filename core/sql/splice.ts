/** A stretch of a text with what comes in its place. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

export interface Spliced {
  text: string;
  /** The place in the text before that a place in the new one comes from; the beginning of the stretch for what was put in. */
  origin: (at: number) => number;
}

/** Puts texts in place of stretches, which are in order and apart. */
export function splice(before: string, parts: readonly Splice[]): Spliced {
  let at = 0;
  let text = '';
  const moves: { from: number; to: number; put: boolean }[] = [];
  for (const part of parts) {
    moves.push({ from: text.length, to: at, put: false });
    text += before.slice(at, part.start);
    moves.push({ from: text.length, to: part.start, put: true });
    text += part.text;
    at = part.end;
  }
  moves.push({ from: text.length, to: at, put: false });
  text += before.slice(at);
  return {
    text,
    origin(place) {
      const move = moves.findLast((m) => m.from <= place);
      return move === undefined ? place : move.put ? move.to : move.to + (place - move.from);
    },
  };
}
