import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../utils/findings/entry';
import { canonicalJson, type Json } from '../../utils/findings/json';
import { sha256Blob, sha256Text } from '../../utils/findings/sha256';
import { openStore, type Store } from '../../utils/findings/store';
import { fetchBlob } from '../../utils/sync/blobs';
import { testConnection } from '../../utils/sync/connect';
import { type Account, type Endpoint, endpointOf } from '../../utils/sync/endpoint';
import { runSync } from '../../utils/sync/run';
import { entriesBy } from '../lib/entries';

/** An endpoint to hold against the contract: two reviewers and a reader of one team, a reviewer of another one. */
export interface Target {
  wang: Account;
  li: Account;
  reader: Account;
  stranger: Account;
  /** The server itself checks that a blob's bytes hash to its name; where it cannot, the receiver does. */
  checksBlobs: boolean;
  stop(): Promise<void>;
}

const network = { fetch };
const random = () => crypto.randomUUID();

/** What every sync endpoint must do, whoever wrote it. */
export function contract(name: string, start: () => Promise<Target>): void {
  describe(name, () => {
    let target: Target;
    let wang: Endpoint;
    let li: Endpoint;
    const stores: Store[] = [];

    beforeAll(async () => {
      target = await start();
      wang = endpointOf(target.wang, network);
      li = endpointOf(target.li, network);
    }, 120_000);
    afterAll(async () => {
      await Promise.all(stores.map((store) => store.close()));
      await target?.stop();
    });

    async function feed(endpoint: Endpoint, since: Json = null) {
      const entries = new Map<string, unknown>();
      for (;;) {
        const page = await endpoint.changes(since, 500);
        for (const document of page.documents as Entry[]) {
          const { _rev, ...entry } = document as Entry & { _rev?: string };
          if (entry._id.startsWith('e:')) entries.set(entry._id, entry);
        }
        since = page.since;
        if (page.last) return { entries, since };
      }
    }

    async function raw(account: Account, method: string, path: string, body?: unknown) {
      const basic = Buffer.from(`${account.user}:${account.password}`).toString('base64');
      const response = await fetch(`${account.url.replace(/\/$/, '')}/${account.team}${path}`, {
        method,
        headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
    }

    it('tells a good connection, a wrong password, a missing and a foreign team apart', async () => {
      const outcome = async (change: Partial<Account>) => {
        const result = await testConnection({ ...target.wang, ...change }, network);
        return result.ok ? 'ok' : result.problem.kind;
      };
      expect(await outcome({})).toBe('ok');
      expect(await outcome({ password: 'wrong password' })).toBe('password');
      expect(await outcome({ user: 'nobody' })).toBe('password');
      expect(await outcome({ team: 'no-such-team' })).toBe('noTeam');
      expect(await outcome({ team: target.stranger.team })).toBe('noRight');
    });

    it('stores a batch, takes its repetition for done, and gives it once more to everybody', async () => {
      const { since } = await feed(li);
      const entries = entriesBy(target.wang.user, 20);
      for (let time = 0; time < 3; time++) {
        const verdicts = await wang.push([...entries, entries[0]!]);
        expect(entries.map((entry) => verdicts.get(entry._id))).toEqual(entries.map(() => 'held'));
      }
      const seen = (await feed(li, since)).entries;
      expect([...seen.values()]).toHaveLength(20);
      for (const entry of entries) expect(seen.get(entry._id)).toEqual(entry);
    });

    it('refuses what was tampered with or signed by another, and stores the rest of the batch', async () => {
      const [good, tampered] = entriesBy(target.wang.user, 2);
      const [foreign] = entriesBy(target.li.user, 1);
      const changed = { ...tampered!, fields: { ...tampered!.fields, note: '改过' } };
      const verdicts = await wang.push([changed, good!, foreign!]);
      expect(verdicts.get(good!._id)).toBe('held');
      expect(verdicts.get(changed._id)).toEqual({ refused: expect.any(String) });
      expect(verdicts.get(foreign!._id)).toEqual({ refused: expect.any(String) });
      const { entries } = await feed(li);
      expect(entries.has(good!._id)).toBe(true);
      expect(entries.has(changed._id)).toBe(false);
      expect(entries.has(foreign!._id)).toBe(false);
    });

    it('never changes or deletes an entry', async () => {
      const [entry] = entriesBy(target.wang.user, 1);
      await wang.push([entry!]);
      const { body } = await raw(target.wang, 'POST', '/_all_docs', { keys: [entry!._id] });
      const { rev } = (body as { rows: { value: { rev: string } }[] }).rows[0]!.value;
      const path = `/${encodeURIComponent(entry!._id)}`;
      const other = { ...entry!, _rev: rev, fields: { note: 'x' } };
      const later = {
        ...other,
        _revisions: { start: 2, ids: ['b'.repeat(32), rev.slice(2)] },
        _rev: `2-${'b'.repeat(32)}`,
      };
      await raw(target.wang, 'PUT', path, other);
      await raw(target.wang, 'DELETE', `${path}?rev=${rev}`);
      await raw(target.wang, 'POST', '/_bulk_docs', {
        docs: [other, { ...entry, _rev: rev, _deleted: true }],
      });
      await raw(target.wang, 'POST', '/_bulk_docs', { docs: [later], new_edits: false });
      expect((await feed(li)).entries.get(entry!._id)).toEqual(entry);
    });

    it('lets no other team in', async () => {
      const account = { ...target.stranger, team: target.wang.team };
      const stranger = endpointOf(account, network);
      const sha = await sha256Blob(new Blob(['x']));
      const noRight = expect.objectContaining({ kind: 'noRight' });
      await expect(stranger.changes(null, 10)).rejects.toEqual(noRight);
      const [entry] = entriesBy(account.user, 1);
      const verdicts = await stranger.push([entry!]).catch(() => new Map());
      expect(verdicts.get(entry!._id)).not.toBe('held');
      await expect(stranger.missing([sha])).rejects.toEqual(noRight);
      await expect(stranger.putBlob(sha, new Blob(['x']))).rejects.toEqual(noRight);
      await expect(stranger.getBlob(sha)).rejects.toEqual(noRight);
      expect((await feed(wang)).entries.has(entry!._id)).toBe(false);
    });

    it('lets readers read only', async () => {
      const reader = endpointOf(target.reader, network);
      const [entry] = entriesBy(target.reader.user, 1);
      expect((await reader.push([entry!])).get(entry!._id)).toEqual({ refused: expect.any(String) });
      const blob = new Blob([random()]);
      await expect(reader.putBlob(await sha256Blob(blob), blob)).rejects.toMatchObject({ kind: 'noRight' });
      expect((await feed(reader)).entries.size).toBeGreaterThan(0);
    });

    it('keeps what it does not know: fields, members and versions of tomorrow', async () => {
      const [plain] = entriesBy(target.wang.user, 1);
      const { _id, ...body } = {
        ...plain!,
        v: 2,
        fields: { ...plain!.fields, tomorrow: { list: [1, 2.5, null, true, '😀\u0000'], empty: {} } },
        signature: { key: 'k' },
      };
      const entry = { _id: `e:${sha256Text(canonicalJson(body as unknown as Json))}`, ...body };
      expect((await wang.push([entry])).get(entry._id)).toBe('held');
      expect((await feed(li)).entries.get(entry._id)).toEqual(entry);
    });

    it('takes blobs, says which are missing, and goes on after a break', async () => {
      const blobs = ['a', 'b', 'c'].map((text) => new Blob([text, random()], { type: 'image/png' }));
      const shas = await Promise.all(blobs.map(sha256Blob));
      expect(await wang.missing(shas)).toEqual(shas);
      await wang.putBlob(shas[0]!, blobs[0]!);
      await wang.putBlob(shas[0]!, blobs[0]!);
      expect(await wang.missing(shas)).toEqual(shas.slice(1));
      expect(await (await li.getBlob(shas[0]!))!.text()).toBe(await blobs[0]!.text());
      expect(await li.getBlob(shas[1]!)).toBeNull();
    });

    it('never makes a client take other bytes for a blob', async () => {
      const sha = sha256Text(random());
      const sent = wang.putBlob(sha, new Blob(['something else']));
      if (target.checksBlobs) await expect(sent).rejects.toMatchObject({ kind: 'noRight' });
      else await sent;
      expect(await fetchBlob(li, (await device(target.li)).exchange, sha)).toBeNull();
    });

    it('shows an incremental reader every entry of four concurrent writers', async () => {
      const { since } = await feed(li);
      const batches = Array.from({ length: 24 }, () => entriesBy(target.wang.user, 25));
      const written = new Set(batches.flat().map((entry) => entry._id));
      const queue = [...batches];
      let writing = 4;
      const writer = async () => {
        for (let batch = queue.pop(); batch; batch = queue.pop()) await wang.push(batch);
        writing--;
      };
      const seen = new Set<string>();
      const reader = async () => {
        let position = since;
        for (let quiet = 0; quiet < 2; quiet = writing > 0 ? 0 : quiet + 1) {
          const page = await li.changes(position, 37);
          for (const document of page.documents as Entry[]) seen.add(document._id);
          position = page.since;
          if (!page.last) quiet = -1;
        }
      };
      await Promise.all([reader(), ...Array.from({ length: 4 }, writer)]);
      expect([...written].filter((id) => !seen.has(id))).toEqual([]);
    }, 60_000);

    it('brings two reviewers to the same findings, both values of a disagreement included', async () => {
      const [a, b] = [await device(target.wang), await device(target.li)];
      const url = `http://www.yunhe-demo.gov.cn/${random()}.html`;
      const screenshot = new Blob([random()], { type: 'image/png' });
      const draft = { fields: { url, check: 'last-update' }, time: '2024-04-18T01:00:00.000Z', outcomes: [] };
      const { finding } = await a.record({ ...draft, screenshot });
      await sync(a, target.wang);
      await sync(b, target.li);
      await a.edit([finding.id], { unit: '甲单位' });
      await b.edit([finding.id], { unit: '乙单位' });
      await sync(a, target.wang);
      await sync(b, target.li);
      await sync(a, target.wang);
      const [seenByA, seenByB] = [await a.get(finding.id), await b.get(finding.id)];
      expect(seenByA).toEqual(seenByB);
      expect(seenByA!.conflicts).toEqual(['unit']);
      const fetched = await fetchBlob(li, b.exchange, seenByB!.evidences[0]!.screenshot!);
      expect(await fetched!.text()).toBe(await screenshot.text());
      expect(await a.exchange.traffic()).toEqual({
        waiting: new Map(),
        waitingBlobs: 0,
        refused: new Map(),
        refusedBlobs: new Map(),
      });
    }, 120_000);

    it('carries 10,000 entries', async () => {
      const { since } = await feed(li);
      const entries = entriesBy(target.wang.user, 10_000);
      for (let start = 0; start < entries.length; start += 200) {
        const verdicts = await wang.push(entries.slice(start, start + 200));
        expect([...verdicts.values()].every((verdict) => verdict === 'held')).toBe(true);
      }
      const seen = (await feed(li, since)).entries;
      expect(entries.filter((entry) => !seen.has(entry._id))).toEqual([]);
    }, 120_000);

    async function device({ user }: Account): Promise<Store> {
      const store = await openStore({ author: () => user, now: Date.now, name: random() });
      stores.push(store);
      return store;
    }

    async function sync(store: Store, account: Account): Promise<void> {
      const env = {
        exchange: store.exchange,
        endpoint: endpointOf(account, network),
        account,
        now: Date.now,
        random: () => 0,
      };
      expect(await runSync(env, (work) => work(), 100_000)).toEqual({ kind: 'done' });
    }
  });
}
