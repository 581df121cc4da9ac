import type { Page } from 'playwright-core';
import { asPhoneWrites } from './attachment-files.js';

/** A photograph of 2400 × 1600 points, noisy as real ones are, lying on its side and with its place. */
export async function photograph(page: Page, hue: number): Promise<Buffer> {
  const bytes = await page.evaluate(async (colour: number) => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1600;
    const paper = canvas.getContext('2d')!;
    for (let at = 0; at < 20_000; at++) {
      paper.fillStyle = `hsl(${colour + (at % 60)}, 60%, ${(at * 37) % 100}%)`;
      paper.fillRect((at * 7919) % 2400, (at * 104729) % 1600, 24, 24);
    }
    const blob = await new Promise<Blob>((done, fail) => canvas.toBlob(made => (made ? done(made) : fail(new Error('not made'))), 'image/jpeg', 0.95));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, hue);
  return asPhoneWrites(Buffer.from(bytes));
}
