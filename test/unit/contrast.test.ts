import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Kind = 'light' | 'dark' | 'highContrast' | 'highContrastLight';
type Rgb = readonly [red: number, green: number, blue: number];

interface Colour {
  readonly id: string;
  readonly defaults: Readonly<Record<Kind, string>>;
}

/** Backgrounds and text colours of the themes that come with VS Code, by kind. */
const themes: Readonly<Record<Kind, readonly (readonly [name: string, background: string, text: string])[]>> = {
  light: [
    ['Light Modern', '#FFFFFF', '#3B3B3B'],
    ['Light+', '#FFFFFF', '#000000'],
    ['Quiet Light', '#F5F5F5', '#333333'],
    ['Light 2026', '#FFFFFF', '#202020'],
  ],
  dark: [
    ['Dark Modern', '#1F1F1F', '#CCCCCC'],
    ['Dark+', '#1E1E1E', '#D4D4D4'],
    ['Dark 2026', '#121314', '#BBBEBF'],
  ],
  highContrast: [['Dark High Contrast', '#000000', '#FFFFFF']],
  highContrastLight: [['Light High Contrast', '#FFFFFF', '#292929']],
};

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { colors: readonly Colour[] } };
const colours = manifest.contributes.colors;
const tints = colours.filter(({ id }) => id.endsWith('Background'));
const lines = colours.filter(({ id }) => !id.endsWith('Background'));

describe('the contributed colours', () => {
  for (const [kind, shown] of Object.entries(themes) as [Kind, (typeof themes)[Kind]][]) {
    for (const [name, background, text] of shown) {
      it(`draw lines that are seen in ${name}, on plain ground and on every tint`, () => {
        const grounds: (readonly [string, Rgb])[] = [
          ['plain ground', rgb(background)],
          ...tints.map(({ id, defaults }) => [id, over(defaults[kind], rgb(background))] as const),
        ];
        const faint = lines.flatMap(({ id, defaults }) =>
          grounds
            .map(([ground, colour]) => [`${id} on ${ground}`, contrast(over(defaults[kind], colour), colour)] as const)
            .filter(([, ratio]) => ratio < 3)
            .map(([what, ratio]) => `${what}: ${ratio.toFixed(2)}`),
        );
        assert.deepEqual(faint, []);
      });

      it(`leave the text readable in ${name}`, () => {
        const hard = tints
          .map(({ id, defaults }) => [id, contrast(rgb(text), over(defaults[kind], rgb(background)))] as const)
          .filter(([, ratio]) => ratio < 4.5)
          .map(([id, ratio]) => `${id}: ${ratio.toFixed(2)}`);
        assert.deepEqual(hard, []);
      });
    }
  }

  it('are measured as WCAG measures', () => {
    assert.equal(contrast(rgb('#000000'), rgb('#FFFFFF')), 21);
    assert.equal(contrast(rgb('#777777'), rgb('#FFFFFF')).toFixed(2), '4.48');
    assert.deepEqual(over('#00000080', rgb('#FFFFFF')).map(Math.round), [127, 127, 127]);
    assert.ok(contrast(rgb('#FFD700'), rgb('#FFFFFF')) < 3, 'plain yellow on white is caught');
  });
});

function rgb(hex: string): Rgb {
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** A colour with its transparency laid over a ground. */
function over(hex: string, ground: Rgb): Rgb {
  const alpha = hex.length === 9 ? parseInt(hex.slice(7), 16) / 255 : 1;
  const colour = rgb(hex);
  const mix = (at: 0 | 1 | 2) => colour[at] * alpha + ground[at] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
