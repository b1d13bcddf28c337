import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<Theme, string>> }[];
  };
}

type Theme = 'dark' | 'light' | 'highContrast' | 'highContrastLight';
type Color = readonly [red: number, green: number, blue: number, alpha: number];

/** Background and text of the editor in VS Code's own themes of each kind. */
const EDITORS: Readonly<Record<Theme, readonly (readonly [background: string, text: string])[]>> = {
  dark: [
    ['#1F1F1F', '#CCCCCC'],
    ['#1E1E1E', '#D4D4D4'],
  ],
  light: [
    ['#FFFFFF', '#3B3B3B'],
    ['#FFFFFF', '#000000'],
  ],
  highContrast: [['#000000', '#FFFFFF']],
  highContrastLight: [['#FFFFFF', '#292929']],
};

const { contributes } = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as Manifest;

describe('the contributed colours', () => {
  for (const [theme, editors] of Object.entries(EDITORS) as [Theme, (typeof EDITORS)[Theme]][])
    for (const [background, text] of editors)
      for (const { id, defaults } of contributes.colors) {
        const ground = parse(background);
        const own = over(parse(defaults[theme]), ground);
        if (id.endsWith('Background'))
          it(`${id} leaves the text readable on ${background} (${theme})`, () => {
            assert.ok(contrast(parse(text), own) >= 7 || contrast(parse(text), own) >= contrast(parse(text), ground) * 0.75);
            assert.ok(contrast(parse(text), own) >= 4.5);
          });
        else
          it(`${id} stands out from ${background} (${theme})`, () => {
            const ratio = contrast(own, ground);
            assert.ok(ratio >= 3, `contrast is ${ratio.toFixed(2)}, and must be 3 or more`);
          });
      }
});

function parse(hex: string): Color {
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5), hex.length > 7 ? part(7) / 255 : 1];
}

function over([red, green, blue, alpha]: Color, ground: Color): Color {
  const mix = (own: number, under: number) => own * alpha + under * (1 - alpha);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
}

/** The contrast ratio of WCAG 2.2. */
function contrast(a: Color, b: Color): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
