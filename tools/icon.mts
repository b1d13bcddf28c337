// npm run icon: draws media/icon.png, 256 px: a page of print, two of its lines marked, an editor's quotation mark above them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';

type Colour = readonly [red: number, green: number, blue: number];
type Shape = (x: number, y: number) => boolean;

const size = 256;
/** Each pixel is the mean of 4 × 4 points, which makes the edges smooth. */
const fine = 4;

const ink: Colour = [22, 34, 56];
const paper: Colour = [250, 247, 240];
const print: Colour = [176, 182, 192];
const amber: Colour = [255, 196, 61];
const teal: Colour = [64, 196, 180];

const layers: readonly (readonly [Shape, Colour])[] = [
  [box(0, 0, 256, 256, 52), ink],
  [box(52, 36, 152, 184, 12), paper],
  [quotationMark(96, 82), ink],
  [quotationMark(138, 82), ink],
  [box(72, 120, 112, 14, 7), print],
  [box(72, 144, 50, 14, 7), amber],
  [box(130, 144, 54, 14, 7), print],
  [box(72, 168, 112, 14, 7), teal],
  [box(72, 192, 66, 14, 7), print],
];

const png = new PNG({ width: size, height: size });
for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) png.data.set(pixel(x, y), (y * size + x) * 4);
mkdirSync('media', { recursive: true });
writeFileSync('media/icon.png', PNG.sync.write(png, { deflateLevel: 9 }));

function pixel(x: number, y: number): [number, number, number, number] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let at = 0; at < fine * fine; at++) {
    const colour = colourAt(x + ((at % fine) + 0.5) / fine, y + (Math.floor(at / fine) + 0.5) / fine);
    if (!colour) continue;
    covered++;
    colour.forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
  }
  const mean = (channel: number) => (covered === 0 ? 0 : Math.round((sum[channel] ?? 0) / covered));
  return [mean(0), mean(1), mean(2), Math.round((255 * covered) / (fine * fine))];
}

function colourAt(x: number, y: number): Colour | undefined {
  return layers.findLast(([inside]) => inside(x, y))?.[1];
}

function box(left: number, top: number, width: number, height: number, radius: number): Shape {
  return (x, y) => {
    const nearestX = Math.min(Math.max(x, left + radius), left + width - radius);
    const nearestY = Math.min(Math.max(y, top + radius), top + height - radius);
    return Math.hypot(x - nearestX, y - nearestY) <= radius;
  };
}

/** An opening quotation mark: a dot with a tail that bends up and to the right. */
function quotationMark(centreX: number, centreY: number): Shape {
  const dot: Shape = (x, y) => Math.hypot(x - centreX, y - centreY) <= 15;
  const tail: Shape = (x, y) =>
    y < centreY &&
    Math.hypot(x - (centreX + 15), y - centreY) <= 30 &&
    Math.hypot(x - (centreX + 24), y - (centreY + 2)) >= 24 &&
    x < centreX + 16;
  return (x, y) => dot(x, y) || tail(x, y);
}
