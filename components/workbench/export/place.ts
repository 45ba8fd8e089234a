import { download } from '../download';

/** Where a file goes while it is being made, piece by piece. */
export interface Place {
  /** What the file is called where the reviewer has put it; null among the downloads, which the browser shows. */
  name: string | null;
  write(piece: BlobPart): Promise<void>;
  /** The file is whole. */
  finish(): Promise<void>;
  /** Stopped or failed: nothing of it stays. */
  discard(): Promise<void>;
}

/** A file that the reviewer has chosen in the browser's own dialog; Chromium only, TypeScript does not know `remove`. */
interface PickedFile extends FileSystemFileHandle {
  remove(): Promise<void>;
}

/** Characters or bytes after which what was gathered leaves the page's memory. */
const PART = 2 ** 22;

/**
 * Asks where a large file shall be saved and writes it there as it is made; must be called at once after a click. Null when the
 * reviewer chooses no place. Where the browser cannot ask, or an administrator has forbidden it, the file is a download.
 */
export async function placeFor(name: string, type: string, large: boolean): Promise<Place | null> {
  const { showSaveFilePicker: ask } = globalThis as {
    showSaveFilePicker?(how: { id: string; suggestedName: string }): Promise<PickedFile>;
  };
  if (!large || !ask) return downloads(name, type);
  try {
    return await picked(await ask({ id: 'duwang-export', suggestedName: name }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    return downloads(name, type);
  }
}

/**
 * The browser's downloads. What was written is kept as Blobs, which belong to the browser: it holds them outside the page, and on
 * the disk when they are large.
 */
export function downloads(name: string, type: string): Place {
  const parts: Blob[] = [];
  const { write, rest } = gathering(async (part) => void parts.push(part));
  return {
    name: null,
    write,
    async finish() {
      await rest();
      download(new Blob(parts, { type }), name);
    },
    async discard() {
      parts.length = 0;
    },
  };
}

/** The browser writes beside the file and swaps it in at the end; the dialog has made an empty one, which goes with the rest. */
export async function picked(file: PickedFile): Promise<Place> {
  const writing = await file.createWritable();
  const { write, rest } = gathering((part) => writing.write(part));
  return {
    name: file.name,
    write,
    async finish() {
      await rest();
      await writing.close();
    },
    async discard() {
      await writing.abort().catch(() => {});
      await file.remove();
    },
  };
}

/** Gathers small pieces into parts worth a message to the browser. */
function gathering(take: (part: Blob) => Promise<void>) {
  let pieces: BlobPart[] = [];
  let size = 0;
  async function rest(): Promise<void> {
    const part = new Blob(pieces);
    pieces = [];
    size = 0;
    if (part.size > 0) await take(part);
  }
  return {
    rest,
    async write(piece: BlobPart): Promise<void> {
      pieces.push(piece);
      size += typeof piece === 'string' ? piece.length : 'size' in piece ? piece.size : piece.byteLength;
      if (size >= PART) await rest();
    },
  };
}
