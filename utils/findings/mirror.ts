import { type Entry, isGenuine } from './entry';

/** What the mirror needs of `browser.storage.local`; one write is kept whole or not at all. */
export interface KeyValue {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  /** Only newer browsers name keys without what they hold. */
  getKeys?(): Promise<string[]>;
}

/** What IndexedDB must hold at least, as written outside it. */
export interface Mark {
  /** Entries in the log. */
  count: number;
  /** The entry appended last: where it is, all before it are, since a damaged log loses its end. */
  last: string;
}

/** A file that is kept twice. */
interface BlobCopy {
  sha: string;
  size: number;
}

/** Screenshots that are kept twice, in bytes; beyond it the oldest copies go. */
const BLOB_BUDGET = 64 * 2 ** 20;

const ENTRY = 'mirror/entry/';
const BLOB = 'mirror/blob/';
const MARK = 'mirror/mark';
const BLOBS = 'mirror/blobs';
const CHUNK = 500;
const RENEWAL = 'mirror/renewal/';
/** Together more than LevelDB gathers in one log (4 MiB, `write_buffer_size`). */
const RENEWAL_PIECES = 6;
const RENEWAL_CHARS = 2 ** 20;

export type Mirror = ReturnType<typeof mirrorIn>;

/**
 * A second copy of everything that no endpoint and no backup file holds yet, outside IndexedDB. Chromium deletes an
 * extension's whole IndexedDB when it finds it damaged (measured: 6 of 548 kills), and keeps this store.
 */
export function mirrorIn(storage: KeyValue, budget = BLOB_BUDGET) {
  const blobIndex = async () => ((await storage.get(BLOBS))[BLOBS] ?? []) as BlobCopy[];

  /** The copies of files that are there, not only said to be. */
  async function blobCopies(keys: readonly string[] | undefined): Promise<BlobCopy[]> {
    const present = keys && new Set(keys);
    return (await blobIndex()).filter(({ sha }) => !present || present.has(BLOB + sha));
  }

  return {
    /** Copies entries and notes what the log now holds; null leaves the note as it is. */
    async add(entries: readonly Entry[], mark: Mark | null): Promise<void> {
      for (let start = 0; start < entries.length; start += CHUNK) {
        const chunk = entries.slice(start, start + CHUNK);
        await storage.set(Object.fromEntries(chunk.map((entry) => [ENTRY + entry._id, entry])));
      }
      if (mark) await storage.set({ [MARK]: mark });
    },

    /**
     * Ids of the entries and hashes of the files that have a copy, and the bytes left for more files. `entries` is null where the browser
     * does not tell.
     */
    async held(): Promise<{ entries: Set<string> | null; blobs: Set<string>; room: number }> {
      const keys = await storage.getKeys?.();
      const entries = keys?.filter((key) => key.startsWith(ENTRY)).map((key) => key.slice(ENTRY.length));
      const copies = await blobCopies(keys);
      return {
        entries: entries ? new Set(entries) : null,
        blobs: new Set(copies.map(({ sha }) => sha)),
        room: budget - copies.reduce((sum, { size }) => sum + size, 0),
      };
    },

    /**
     * Makes Chromium begin a new log for `storage.local`. One that a kill has torn is written on all the same, and on the next start
     * what stands behind the tear is gone (measured: always). When the same kill has torn IndexedDB, both copies of that run would go.
     */
    async renew(): Promise<void> {
      const keys = Array.from({ length: RENEWAL_PIECES }, (_, piece) => RENEWAL + piece);
      for (const key of keys) await storage.set({ [key]: ' '.repeat(RENEWAL_CHARS) });
      await storage.remove(keys);
    },

    /** Drops copies of entries that somebody else holds now. */
    forget: (ids: readonly string[]) => storage.remove(ids.map((id) => ENTRY + id)),

    async mark(): Promise<Mark | null> {
      return ((await storage.get(MARK))[MARK] as Mark | undefined) ?? null;
    },

    /** Notes what the log holds after a recovery; null when it holds nothing. */
    setMark: (mark: Mark | null) => (mark ? storage.set({ [MARK]: mark }) : storage.remove(MARK)),

    async entries(): Promise<Entry[]> {
      const all = await storage.get(null);
      return Object.keys(all)
        .filter((key) => key.startsWith(ENTRY))
        .map((key) => all[key])
        .filter(isGenuine);
    },

    /** Copies a screenshot or page; the oldest copies make room. */
    async addBlob(sha: string, blob: Blob): Promise<void> {
      await storage.set({ [BLOB + sha]: { type: blob.type, base64: await toBase64(blob) } });
      const index = [...(await blobIndex()).filter((copy) => copy.sha !== sha), { sha, size: blob.size }];
      let total = index.reduce((sum, copy) => sum + copy.size, 0);
      const dropped: string[] = [];
      while (total > budget && index.length > 1) {
        const oldest = index.shift()!;
        total -= oldest.size;
        dropped.push(BLOB + oldest.sha);
      }
      await storage.set({ [BLOBS]: index });
      if (dropped.length > 0) await storage.remove(dropped);
    },

    async forgetBlobs(shas: readonly string[]): Promise<void> {
      const gone = new Set(shas);
      await storage.set({ [BLOBS]: (await blobIndex()).filter((copy) => !gone.has(copy.sha)) });
      await storage.remove(shas.map((sha) => BLOB + sha));
    },

    /** The copied blobs, one at a time: together they may be large. */
    async *blobs(): AsyncGenerator<Blob> {
      for (const { sha } of await blobIndex()) {
        const copy = (await storage.get(BLOB + sha))[BLOB + sha] as
          | { type: string; base64: string }
          | undefined;
        if (copy) yield fromBase64(copy.base64, copy.type);
      }
    },
  };
}

/** `storage.local` keeps JSON only; encoded in steps, since a call takes a limited number of arguments. */
async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

function fromBase64(base64: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type });
}
