/** How rows in order of recipient are cut: chunk n holds the rows from n × `size`. */
export interface ChunkPlan {
  chunks: number;
  size: number;
}

/** Large enough that a request is worth making, small enough that repeating one costs little. */
export const chunkRowsMost = 20_000;

/** As few chunks as the limit allows, evenly filled, so that unless there is only one all hold about half of it or more. */
export function planChunks(rows: number, most = chunkRowsMost): ChunkPlan {
  const chunks = Math.ceil(rows / most);
  return { chunks, size: chunks === 0 ? 0 : Math.ceil(rows / chunks) };
}
