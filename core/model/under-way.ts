import { z } from 'zod';

/** Work that is lost, or half done, when its workspace is left before it is done. */
export const worksUnderWay = ['run', 'export', 'sync', 'import', 'save', 'sample'] as const;
export const workUnderWay = z.enum(worksUnderWay);
export type WorkUnderWay = z.infer<typeof workUnderWay>;
