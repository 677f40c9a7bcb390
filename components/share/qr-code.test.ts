import { expect, test } from 'vitest';
import { qrCodeOf, qrSvg } from './qr-code';

const url = 'https://drive.example.org/s/AAAAAAAAAAAAAAAAAAAAAA';

test('a code has a white border of four squares, and its three corners', () => {
  const { size, path } = qrCodeOf(url);
  const dark = new Set(path.match(/\d+ \d+/g));
  for (const square of ['4 4', '10 4', '4 10', `${size - 5} 4`, `4 ${size - 5}`])
    expect(dark).toContain(square);
  for (const square of dark) {
    for (const place of square.split(' ').map(Number)) {
      expect(place).toBeGreaterThanOrEqual(4);
      expect(place).toBeLessThan(size - 4);
    }
  }
});

test('the file is an image of its own, without the address in words', async () => {
  const svg = qrSvg(qrCodeOf(url));
  expect(svg.type).toBe('image/svg+xml');
  const text = await svg.text();
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/);
  expect(text).not.toContain('example');
});
