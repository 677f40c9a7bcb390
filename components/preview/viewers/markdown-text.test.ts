import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MarkdownText } from './markdown-text';

function render(text: string): string {
  return renderToStaticMarkup(
    createElement(MarkdownText, { text, describeImage: (alternative) => `Image: ${alternative}` }),
  );
}

test('headings, lists, tables and code are drawn', () => {
  const html = render('# 标题\n\n- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n`code` ~~old~~');
  for (const part of ['<h1>标题</h1>', '☑ ', '<td>1</td>', '<code>code</code>', '<del>old</del>']) {
    expect(html).toContain(part);
  }
});

test.each([
  '<script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> b',
  '<iframe src="https://evil.example"></iframe>',
  '<style>body { display: none }</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<svg onload=alert(1)>',
])('nothing of the tags in %j is left', (text) => {
  expect(render(text)).not.toMatch(/<(?:script|img|iframe|style|svg|a)\b|onerror|onload|javascript:/i);
});

test.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x](//evil.example)',
  '[x](/api/auth/signout)',
  '[x](other.md)',
  '<javascript:alert(1)>',
])('%j is no link', (text) => {
  expect(render(text)).not.toContain('<a ');
});

test('a link of the web opens in a tab that learns nothing of this page', () => {
  expect(render('[x](https://example.org)')).toContain(
    '<a href="https://example.org" target="_blank" rel="noopener noreferrer nofollow">x</a>',
  );
});

test.each([
  '![cat](https://evil.example/pixel.png)',
  '![cat](cat.png)',
  '![cat](data:image/png;base64,AAAA)',
])('%j loads no picture and names it', (text) => {
  const html = render(text);
  expect(html).not.toContain('<img');
  expect(html).toContain('Image: cat');
});
