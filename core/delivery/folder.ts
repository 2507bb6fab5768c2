/** Where the parts of a delivery are kept, by path inside the workspace. */
export const deliveriesFolder = 'deliveries';

export const manifestName = 'manifest.json';
export const receiptName = 'receipt.json';

export const folderName = (part: { campaign: string; message: string; wave: string }): string =>
  `${part.campaign}-${part.message}-${part.wave}`;

export const pathIn = (folder: string, ...names: string[]): string => [deliveriesFolder, folder, ...names].join('/');
