/** One file of the unpacked evidence package, by its path inside it. */
export interface PackedFile {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface PackedManifest {
  format: 'duwang-evidence';
  version: number;
  made: string;
  tool: string;
  findings: number;
  files: { path: string; sha256: string; bytes: number }[];
  /** Screenshots or pages that a record names and this machine does not have. */
  absent: string[];
}

export interface Verdict {
  /** SHA-256 of manifest.json: the fingerprint that a notice can quote. */
  fingerprint: string;
  checked: number;
  /** Not as packed: other content, or not there. */
  changed: string[];
  missing: string[];
  /** In the folder and not in the package. */
  extra: string[];
  /** Records whose content is not what their id says. */
  forged: string[];
  /** Screenshots and pages that no record names. */
  loose: string[];
}

/**
 * Checks an unpacked evidence package against its manifest, the manifest against its `fingerprint`, its records against their ids,
 * and its images against its records. Throws where there is no manifest. It is written into verify.html as text, so it must use
 * nothing from outside itself.
 */
export async function verifyPackage(files: PackedFile[], fingerprint: string): Promise<Verdict> {
  const byPath = new Map(files.map((file) => [file.path, file.bytes]));
  const text = (path: string) => new TextDecoder().decode(byPath.get(path));
  const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
    Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  // The rules of RFC 8785, as utils/findings/json.ts writes them.
  const canonical = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    const record = value as Record<string, unknown>;
    const keys = Object.keys(record).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`;
  };

  // Damaged beyond reading, as any text that strangers may have changed.
  const parsed = (json: string) => {
    try {
      return JSON.parse(json);
    } catch {
      return null;
    }
  };

  const packed = byPath.get('manifest.json');
  if (!packed) throw new Error('manifest.json?');
  const verdict: Verdict = {
    fingerprint: await sha256(packed),
    checked: 0,
    changed: [],
    missing: [],
    extra: [],
    forged: [],
    loose: [],
  };
  if (verdict.fingerprint !== fingerprint) verdict.changed.push('manifest.json');
  const manifest = parsed(text('manifest.json')) as PackedManifest | null;
  if (!manifest) return verdict;
  for (const { path, sha256: expected } of manifest.files) {
    const bytes = byPath.get(path);
    if (!bytes) verdict.missing.push(path);
    else if ((await sha256(bytes)) !== expected) verdict.changed.push(path);
    else verdict.checked++;
  }
  const known = new Set(['manifest.json', 'verify.html', ...manifest.files.map((file) => file.path)]);
  verdict.extra = files.map((file) => file.path).filter((path) => !known.has(path));

  const named = new Set<string>();
  for (const [index, line] of text('entries.ndjson').split('\n').filter(Boolean).entries()) {
    const { _id, ...body } = parsed(line) ?? {};
    const bytes = new TextEncoder().encode(canonical(body));
    if (_id !== `e:${await sha256(bytes)}`) {
      verdict.forged.push(String(_id ?? `entries.ndjson:${index + 1}`));
      continue;
    }
    for (const value of Object.values(
      body.fields as Record<string, { screenshot?: string; html?: string } | null>,
    )) {
      if (value?.screenshot) named.add(value.screenshot);
      if (value?.html) named.add(value.html);
    }
  }
  for (const { path, sha256: hash } of manifest.files) {
    if (/^(screenshots|pages)\//.test(path) && !named.has(hash)) verdict.loose.push(path);
  }
  return verdict;
}
