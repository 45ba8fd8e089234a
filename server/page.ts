import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { stream } from 'hono/streaming';
import { speaker } from '../tools/lib/sentences';
import { type Finding, isFinding } from '../utils/findings/finding';
import { fold } from '../utils/findings/fold';
import { viewOf } from '../utils/findings/view';
import { LEDGER } from '../utils/report/columns';
import { csv } from '../utils/report/csv';
import { say } from '../utils/words';
import type { Env, Services } from './app';
import type { Teams } from './teams';

/** Findings folded at once while exporting. */
const BATCH = 200;

/** The page for people: what is here, and the ledger as a table. Read only, without a script. */
export function pageRoutes({ teams, users, now }: Services): Hono<Env> {
  const app = new Hono<Env>();
  const startedAt = now();
  const speakers = new Map<string, ReturnType<typeof speaker>>();
  // Read when the first person asks: most servers are asked by programs only.
  const speakerOf = (lang: 'zh-CN' | 'en') => {
    const known = speakers.get(lang) ?? speaker(lang === 'en' ? 'en' : 'zh_CN');
    speakers.set(lang, known);
    return known;
  };
  const languageOf = (accepted: string | undefined) => (/^en\b/i.test(accepted ?? '') ? 'en' : 'zh-CN');

  app.get(
    '/',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        frameAncestors: ["'none'"],
      },
    }),
    (c) => {
      const lang = languageOf(c.req.header('accept-language'));
      const t = (key: string, ...args: (string | number)[]) => speakerOf(lang)(say(`server.${key}`, ...args));
      const mine = users.teams(c.get('user')).map((row) => ({ ...row, ...teams.counts(row.team) }));
      return c.html(html`<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t('title')}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1d2530}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #c5ccd6}
td.n{font-variant-numeric:tabular-nums}</style></head>
<body><h1>${t('title')}</h1><p>${t('intro')}</p>
<p>${t('running', Math.floor((now() - startedAt) / 60_000))} · ${t('signedIn', c.get('user'))}</p>
${
  mine.length === 0
    ? html`<p>${t('noTeam')}</p>`
    : html`<table><thead><tr><th scope="col">${t('team')}</th><th scope="col">${t('role')}</th>
<th scope="col">${t('findings')}</th><th scope="col">${t('entries')}</th><th scope="col">${t('export')}</th></tr></thead>
<tbody>${mine.map(
        (
          row,
        ) => html`<tr><th scope="row">${row.team}</th><td>${t(`roles.${row.role}`)}</td><td class="n">${row.findings}</td>
<td class="n">${row.entries}</td><td><a href="/_export/${row.team}.csv">${t('exportCsv')}</a></td></tr>`,
      )}</tbody></table>`
}</body></html>`);
    },
  );

  app.get('/_export/:file{[a-z][a-z0-9_-]*\\.csv}', (c) => {
    const team = c.req.param('file').slice(0, -'.csv'.length);
    if (!users.role(team, c.get('user')))
      return c.json({ error: 'forbidden', reason: 'Not your team.' }, 403);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', `attachment; filename="${team}.csv"`);
    const words = speakerOf(languageOf(c.req.header('accept-language')));
    return stream(c, async (out) => {
      for await (const piece of csv(LEDGER, findingsOf(teams, team), { words })) await out.write(piece);
    });
  });
  return app;
}

/** The team's findings as they stand, in batches; deleted ones are left out. */
async function* findingsOf(teams: Teams, team: string): AsyncGenerator<Finding[]> {
  const ids = teams.findings(team).filter(isFinding);
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = ids.slice(start, start + BATCH).map((id) => viewOf(fold(teams.entriesOf(team, id))!));
    yield rows.filter((finding) => !finding.deleted);
    // Other requests are answered between two batches.
    await new Promise(setImmediate);
  }
}
