import { FILE_TYPES, type FileType } from '../file-types';

/** What stands before the colon of a filter; `before` and `after` are one side of `modified`. */
export type FilterName = 'type' | 'ext' | 'in' | 'size' | 'modified' | 'before' | 'after' | 'is';

const NAMES = new Map<string, FilterName>([
  ['type', 'type'],
  ['类型', 'type'],
  ['ext', 'ext'],
  ['后缀', 'ext'],
  ['扩展名', 'ext'],
  ['in', 'in'],
  ['位置', 'in'],
  ['size', 'size'],
  ['大小', 'size'],
  ['modified', 'modified'],
  ['修改时间', 'modified'],
  ['before', 'before'],
  ['早于', 'before'],
  ['after', 'after'],
  ['晚于', 'after'],
  ['is', 'is'],
  ['是', 'is'],
]);

/** Which filter a name stands for, in either language and whatever its case; null where it is none. */
export function filterNamed(name: string): FilterName | null {
  return NAMES.get(name.toLowerCase()) ?? null;
}

const TYPES = new Map<string, FileType>([
  ...FILE_TYPES.map((type) => [type, type] as const),
  // As the Chinese pages call them.
  ['文件夹', 'folder'],
  ['文档', 'document'],
  ['图片', 'image'],
  ['视频', 'video'],
  ['音频', 'audio'],
  ['压缩包', 'archive'],
  ['代码', 'code'],
  ['其他', 'other'],
]);

/** Which type a word stands for, in either language and whatever its case; null where it is none. */
export function typeNamed(word: string): FileType | null {
  return TYPES.get(word.toLowerCase()) ?? null;
}
