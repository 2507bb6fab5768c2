import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a reader finds it: its pages, the size of the first in points, the words on it and how many pictures it shows. */
export async function readPdf(content: Buffer) {
  const document = await getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 }).promise;
  try {
    const page = await document.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join('\n');
    const { fnArray } = await page.getOperatorList();
    const images = fnArray.filter((op) => op === OPS.paintImageXObject).length;
    return { pages: document.numPages, width, height, words, images };
  } finally {
    await document.destroy();
  }
}
