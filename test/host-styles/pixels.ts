import { inflateSync } from 'node:zlib';

/** A picture as rows of pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** How light a pixel is, 0 to 1, as WCAG 2.2 counts it. */
  light(x: number, y: number): number;
}

const linear = (part: number): number =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

/** The neighbour that the PNG standard's fourth filter takes a byte to be like. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(guess - each)) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Reads a PNG of 8 bits a colour, as browsers write them. */
export function readPng(file: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const each = file[25] === 6 ? 4 : 3;
  const stride = width * each;
  const raw = inflateSync(Buffer.concat(parts));
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < each ? 0 : (bytes[at - each] ?? 0);
      const up = bytes[at - stride] ?? 0;
      const corner = x < each ? 0 : (bytes[at - stride - each] ?? 0);
      const like = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + like;
    }
  }
  return {
    width,
    height,
    light(x, y) {
      const at = Math.round(y) * stride + Math.round(x) * each;
      const [red = 0, green = 0, blue = 0] = [...bytes.subarray(at, at + 3)].map((part) =>
        linear(part / 255),
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    },
  };
}

const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** What there is to be seen of a box that stands at the start of a picture. */
export interface SeenBox {
  /** The most that anything of its edge, or its ground, stands out from what it stands on. */
  readonly edge: number;
  /** How much of its inside is unlike the rest of it, 0 to 1. */
  readonly mark: number;
}

/**
 * Looks at a box.
 *
 * @param size - how wide and high it is.
 * @param top - how far below the picture's top it is.
 */
export function seeBox(pixels: Pixels, size: number, top: number): SeenBox {
  const middle = top + size / 2;
  const around = pixels.light(size + 4, middle);
  let edge = 1;
  for (let x = 0; x < 8; x += 1) edge = Math.max(edge, contrast(pixels.light(x, middle), around));
  const margin = Math.round(size * 0.15) + 3;
  const inside: number[] = [];
  for (let y = margin; y < size - margin; y += 1)
    for (let x = margin; x < size - margin; x += 1) inside.push(pixels.light(x, top + y));
  const fill = pixels.light(margin, top + margin);
  const marked = inside.filter((light) => contrast(light, fill) >= 3).length;
  return { edge, mark: marked / inside.length };
}
