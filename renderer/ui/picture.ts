export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const margin = 32;
export const pictureFont = 'font-family="Inter, Helvetica, Arial, sans-serif"';

export function escaped(text: string): string {
  // Characters that XML 1.0 has no way to write.
  const writable = text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return writable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A picture of its own around the areas, which needs neither the window nor its fonts. */
export function svgPicture(areas: readonly Area[], parts: readonly string[]): string {
  const left = Math.min(...areas.map((a) => a.x)) - margin;
  const top = Math.min(...areas.map((a) => a.y)) - margin;
  const width = Math.max(...areas.map((a) => a.x + a.width)) + margin - left;
  const height = Math.max(...areas.map((a) => a.y + a.height)) + margin - top;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#f8fafc"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

/** A line that leaves to the right and arrives from the left. */
export function curve(x1: number, y1: number, x2: number, y2: number): string {
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** Most dots a side of a picture may have where it is drawn. */
const most = 16_000;

/** Twice as many dots as the picture is wide, so that it stays sharp in documents; fewer where it would be too large to draw. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(2, most / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(naturalWidth * scale);
  canvas.height = Math.round(naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!made) throw new Error(`a picture of ${canvas.width} × ${canvas.height} dots cannot be made`);
  return made;
}

export const svgBlob = (svg: string) => new Blob([svg], { type: 'image/svg+xml' });

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}
