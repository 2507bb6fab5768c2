export interface Drawing {
  boxes: readonly { id: string; x: number; y: number; width: number; height: number; title: string; text: string }[];
  lines: readonly { from: string; to: string; label: string }[];
}

const margin = 32;
const font = 'font-family="Inter, Helvetica, Arial, sans-serif"';

/** The model as a picture of its own, which needs neither the window nor its fonts. */
export function svgOf({ boxes, lines }: Drawing): string {
  const left = Math.min(...boxes.map((b) => b.x)) - margin;
  const top = Math.min(...boxes.map((b) => b.y)) - margin;
  const width = Math.max(...boxes.map((b) => b.x + b.width)) + margin - left;
  const height = Math.max(...boxes.map((b) => b.y + b.height)) + margin - top;
  const box = (id: string) => boxes.find((b) => b.id === id);
  const drawnLines = lines.flatMap(({ from, to, label }) => {
    const [a, b] = [box(from), box(to)];
    if (!a || !b) return [];
    const [x1, y1, x2, y2] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2];
    const bend = Math.max(40, Math.abs(x2 - x1) / 2);
    return [
      `<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" fill="none" stroke="#94a3b8" stroke-width="1.5"/>`,
      `<text x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2 - 6}" text-anchor="middle" ${font} font-size="11" fill="#64748b">${escaped(label)}</text>`,
    ];
  });
  const drawnBoxes = boxes.flatMap((b) => [
    `<rect x="${b.x}" y="${b.y}" width="${b.width}" height="${b.height}" rx="10" fill="#ffffff" stroke="#cbd5e1"/>`,
    `<text x="${b.x + 16}" y="${b.y + 27}" ${font} font-size="14" font-weight="600" fill="#0f172a">${escaped(b.title)}</text>`,
    `<text x="${b.x + 16}" y="${b.y + 46}" ${font} font-size="12" fill="#64748b">${escaped(b.text)}</text>`,
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#f8fafc"/>`,
    ...drawnLines,
    ...drawnBoxes,
    '</svg>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Twice as many dots as the picture is wide, so that it stays sharp in documents. */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(drawing))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!made) throw new Error(`a picture of ${canvas.width} × ${canvas.height} dots cannot be made`);
  return made;
}

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}
