'use client';
import { useStore } from 'zustand';
import type { UploadState } from './upload-items';
import { createUploadQueue } from './upload-queue';
import { uploadTransport } from './upload-transport';

/** The uploads of this window. */
export const uploads = createUploadQueue(uploadTransport);

/** A part of the upload list, rendered anew when it changes. */
export function useUploads<Part>(select: (state: UploadState) => Part): Part {
  return useStore(uploads.store, select);
}
