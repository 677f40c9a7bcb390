import { expect, test } from 'vitest';
import { chooseViewer } from './choose-viewer';

test.each([
  ['image/jpeg', 'jpg', 'image'],
  ['image/svg+xml', 'svg', 'image'],
  ['image/heic', 'heic', 'none'],
  ['image/tiff', 'tiff', 'none'],
  ['image/vnd.adobe.photoshop', 'psd', 'none'],
  ['video/mp4', 'mp4', 'video'],
  ['audio/mpeg', 'mp3', 'audio'],
  ['application/pdf', 'pdf', 'pdf'],
  ['text/markdown', 'md', 'markdown'],
  ['text/plain', 'txt', 'text'],
  ['text/html', 'html', 'text'],
  ['application/json', 'json', 'text'],
  ['application/octet-stream', 'rb', 'text'],
  ['video/mp2t', 'ts', 'text'],
  ['application/zip', 'zip', 'none'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx', 'none'],
  ['application/octet-stream', '', 'none'],
])('%s (.%s) is shown by the viewer %s', (mimeType, extension, viewer) => {
  expect(chooseViewer({ mimeType, extension })).toBe(viewer);
});
