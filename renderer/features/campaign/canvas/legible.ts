/** From nearer than this everything in an activity can be read; from farther away its name and the counts are drawn larger, the rest not at all. */
export const inFull = 0.6;

/** From farther away than this not even those can be read, and hundreds of activities are in view: they are drawn as tiles, arrows as lines. */
export const inPart = 0.35;
