import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// The pairs that occur in the pages. WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for borders, icons and focus (1.4.11).
const SURFACES = ['canvas', 'surface', 'raised', 'hover', 'accent-soft'];
const HUES = 'folder image video audio document sheet slides pdf archive code other';
const TEXT: [string, string][] = [
  ...SURFACES.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
    ['ink-faint', ground],
    ['accent-text', ground],
    ['danger-text', ground],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'accent-press'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['on-toast', 'toast'],
  ['toast-accent', 'toast'],
  ['on-mark', 'mark'],
  ['ink', 'press'],
  ['danger-text', 'danger-soft'],
  ['warning-text', 'warning-soft'],
  ['success-text', 'success-soft'],
  ['success-text', 'raised'],
];
const GRAPHICS: [string, string][] = [
  ...['surface', 'raised', 'accent-soft', 'sunken'].flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['accent-line', ground],
  ]),
  ['accent-line', 'press'],
  ...HUES.split(' ').flatMap((hue): [string, string][] => [
    [`hue-${hue}`, 'surface'],
    [`hue-${hue}`, 'accent-soft'],
    [`hue-${hue}`, 'hover'],
  ]),
];

const css = readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8');
const themes = { light: colorsOf(':root'), dark: colorsOf('.dark') };

test.each(['light', 'dark'] as const)('every text of the %s theme has a contrast of 4.5 or more', (theme) => {
  expect(tooFaint(theme, TEXT, 4.5)).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'every border and icon of the %s theme has a contrast of 3 or more',
  (theme) => {
    expect(tooFaint(theme, GRAPHICS, 3)).toEqual([]);
  },
);

test('both themes define the same colours', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
});

function tooFaint(theme: 'light' | 'dark', pairs: [string, string][], least: number): string[] {
  return pairs.flatMap(([front, ground]) => {
    const ratio = contrast(colorOf(theme, front), colorOf(theme, ground));
    return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`];
  });
}

function colorOf(theme: 'light' | 'dark', name: string): string {
  const color = themes[theme].get(name);
  if (!color) throw new Error(`The ${theme} theme has no colour '${name}'.`);
  return color;
}

/** The hexadecimal colours of the rule that begins with `selector {`. */
function colorsOf(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('\n}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
