import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

// What pdf.js asks for while it draws: maps of Chinese letters, stand-ins for fonts, decoders. They are listed and read
// when the app is built; at run time nothing that is asked for touches the disk.

const FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

export const dynamic = 'force-static';
export const dynamicParams = false;

interface Part {
  folder: string;
  file: string;
}

function pathOf({ folder, file = '' }: { folder: string; file?: string }): string {
  return path.join(process.cwd(), 'node_modules/pdfjs-dist', folder, file);
}

export async function generateStaticParams(): Promise<Part[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(pathOf({ folder }))).map((file) => ({ folder, file }))),
  );
  return lists.flat();
}

export async function GET(_request: Request, { params }: { params: Promise<Part> }): Promise<Response> {
  const part = await params;
  return new Response(await readFile(pathOf(part)), {
    headers: {
      'Content-Type': part.file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream',
      'Cache-Control': 'public, max-age=86400',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
