import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Entry } from '../findings/entry';
import type { Finding } from '../findings/finding';
import type { Instant } from '../page/snapshot';
import { LEDGER, screenshotFile, screenshotsOf } from './columns';
import { type CsvOptions, csv } from './csv';
import { markedColumns, type Unverified } from './unverified';
import type { PackedManifest } from './verify';
import { verifyPage } from './verifyPage';
import { bytesOf, encoded, type ZipMember, zip } from './zip';

export interface EvidenceEnv extends CsvOptions {
  made: Instant;
  /** Name and version of the tool, for the manifest. */
  tool: string;
  /** `zh-CN` or `en`: the language of the words. */
  language: string;
  entriesOf(finding: string): Promise<readonly Entry[]>;
  getBlob(sha: string): Promise<Blob | null>;
  /** Marks what rests on unverified numbers in the ledger. */
  unverified: Unverified;
  /** Told how far it is, of `findings.length`: records count one half, files the other. */
  progress?(done: number): void;
}

/**
 * 证据包: the ledger, the screenshots and pages it names, every record with its hash, and a page that checks all of it. A record's
 * id is the hash of what it says, and it says the hash of its screenshot; so neither can be changed later unseen.
 * Pieces of a ZIP file.
 */
export function evidencePackage(findings: readonly Finding[], env: EvidenceEnv): AsyncGenerator<Uint8Array> {
  return zip(members(findings, env), new Date(env.made));
}

async function* members(findings: readonly Finding[], env: EvidenceEnv): AsyncGenerator<ZipMember> {
  const manifest: PackedManifest = {
    format: 'duwang-evidence',
    version: 1,
    made: env.made,
    tool: env.tool,
    findings: findings.length,
    files: [],
    absent: [],
  };
  const listed = (member: ZipMember): ZipMember => ({
    ...member,
    pieces: hashed(member, (file) => manifest.files.push(file)),
  });
  const columns = markedColumns(LEDGER, env.unverified, env.words);
  yield listed({ path: 'ledger.csv', pieces: encoded(csv(columns, [findings], env)), compress: true });
  yield listed({ path: 'entries.ndjson', pieces: encoded(records(findings, env)), compress: true });
  const packed = new Set<string>();
  for (const [index, finding] of findings.entries()) {
    for (const { path, sha } of filesOf(finding)) {
      if (packed.has(sha)) continue;
      packed.add(sha);
      const blob = await env.getBlob(sha);
      if (blob) yield listed({ path, pieces: bytesOf(blob), compress: path.startsWith('pages/') });
      else manifest.absent.push(path);
    }
    env.progress?.((findings.length + index + 1) / 2);
  }
  let fingerprint = '';
  const path = 'manifest.json';
  const list: ZipMember = { path, pieces: encoded([JSON.stringify(manifest, null, 1)]), compress: true };
  yield {
    ...list,
    pieces: hashed(list, ({ sha256 }) => {
      fingerprint = sha256;
    }),
  };
  const page = verifyPage(env.language, env.words, fingerprint);
  yield { path: 'verify.html', pieces: encoded([page]), compress: true };
}

function filesOf(finding: Finding): { path: string; sha: string }[] {
  const pages = finding.evidences.flatMap(({ html }) =>
    html ? [{ path: `pages/${html.slice(0, 16)}.html`, sha: html }] : [],
  );
  return [...screenshotsOf(finding).map((shot) => ({ path: screenshotFile(shot), sha: shot.sha })), ...pages];
}

async function* records(findings: readonly Finding[], env: EvidenceEnv): AsyncGenerator<string> {
  for (const [index, { id }] of findings.entries()) {
    env.progress?.(index / 2);
    yield (await env.entriesOf(id)).map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}

/** Passes a member's pieces on and reports its hash and size at the end. */
async function* hashed(
  { path, pieces }: ZipMember,
  report: (file: PackedManifest['files'][number]) => void,
): AsyncGenerator<Uint8Array> {
  const hash = sha256.create();
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  report({ path, sha256: bytesToHex(hash.digest()), bytes });
}
