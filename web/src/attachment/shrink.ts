const mostSide = 1600;
const mostBytes = 200 * 1024;
const thumbSide = 160;
/** Tried in turn until one is small enough: longest side in points, quality of JPEG. */
const attempts = [
  [mostSide, 0.82],
  [mostSide, 0.7],
  [1280, 0.7],
  [1024, 0.65],
  [800, 0.6],
] as const;

export interface Shrunk {
  file: Blob;
  name: string;
  /** A small picture of it for the list, as an address that the page itself holds. */
  thumb: string;
}

/** Whether a file is an image by its type, or by its name where the device gives none. */
export const isImage = ({ type, name }: File): boolean => type.startsWith('image/') || /\.(jpe?g|png|webp|heic|heif)$/i.test(name);

/**
 * An image drawn anew as JPEG of at most 1600 points a side, upright, at about 200 KB: what the camera wrote beside it, the place above
 * all, does not survive. Rejects when this browser cannot read it.
 */
export async function shrinkImage(file: File): Promise<Shrunk> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let best: Blob | null = null;
    for (const [side, quality] of attempts) {
      best = await asJpeg(draw(image, side), quality);
      if (best.size <= mostBytes) break;
    }
    if (!best) throw new Error('nothing drawn');
    return { file: best, name: `${file.name.replace(/\.[^.]+$/, '') || 'anh'}.jpg`, thumb: draw(image, thumbSide).toDataURL('image/jpeg', 0.6) };
  } finally {
    image.close();
  }
}

function draw(image: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no canvas');
  // What is transparent would turn black.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const asJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('not encoded'))), 'image/jpeg', quality));
