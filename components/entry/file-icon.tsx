import {
  File,
  FileArchive,
  FileAudio,
  FileCode,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileType2,
  FileVideo,
  Folder,
  type LucideIcon,
  Presentation,
} from 'lucide-react';
import { cn } from '@/components/class-names';
import { type FileGroup, fileGroup } from './file-type';

const LOOK: Record<FileGroup, { icon: LucideIcon; color: string }> = {
  folder: { icon: Folder, color: 'text-hue-folder' },
  image: { icon: FileImage, color: 'text-hue-image' },
  video: { icon: FileVideo, color: 'text-hue-video' },
  audio: { icon: FileAudio, color: 'text-hue-audio' },
  pdf: { icon: FileType2, color: 'text-hue-pdf' },
  document: { icon: FileText, color: 'text-hue-document' },
  sheet: { icon: FileSpreadsheet, color: 'text-hue-sheet' },
  slides: { icon: Presentation, color: 'text-hue-slides' },
  archive: { icon: FileArchive, color: 'text-hue-archive' },
  code: { icon: FileCode, color: 'text-hue-code' },
  text: { icon: FileText, color: 'text-hue-other' },
  other: { icon: File, color: 'text-hue-other' },
};

interface FileIconProps {
  entry: { kind: 'file' | 'folder'; extension: string; mimeType: string };
  className?: string;
}

/** The picture of an entry's kind. Decorative: the kind is also said in words beside it. */
export function FileIcon({ entry, className }: FileIconProps) {
  const { icon: Icon, color } = LOOK[fileGroup(entry)];
  return (
    <Icon
      aria-hidden
      strokeWidth={1.75}
      className={cn('size-5 shrink-0', color, entry.kind === 'folder' && 'fill-current/15', className)}
    />
  );
}
