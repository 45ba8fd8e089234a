import type { PageCapture } from '../capture';
import type { JudgedOutcome } from '../checks/check';
import type { Box } from '../evidence/layout';
import { coveredAnchor } from '../privacy/cover';
import { maskPersonal } from '../privacy/find';
import type { Sentence } from '../words';
import type { FindingFields, RecordedOutcome } from './finding';
import type { Draft } from './record';

/** The page's HTML, or why it is not kept; neither where nobody asked for it. */
export interface SavedPage {
  html?: Blob;
  htmlMissing?: Sentence;
}

/** A screenshot with the place of the quote in it (px), or the reason why there is none. */
export type Shot = ({ image: Blob; focus: Box | null } | { missing: Sentence }) & SavedPage;

/**
 * The record of a flagged page. Recorded from an outcome, it carries that outcome's check, clause and numbers;
 * recorded as a page, those of its only 问题, since with several the reviewer has to say which one is meant.
 * Numbers of people are covered before anything is stored: a record of a leak must not leak again.
 */
export function draftOf(capture: PageCapture, shot: Shot): Draft {
  const wrong = capture.outcomes.filter((outcome) => outcome.kind === 'fail');
  const about = capture.about ?? (wrong.length === 1 ? wrong[0]! : null);
  return {
    fields: {
      url: capture.url,
      pageTitle: maskPersonal(capture.title),
      object: capture.object,
      platform: capture.platform,
      site: capture.site,
      siteCode: capture.siteCode,
      column: capture.column,
      description: maskPersonal(capture.description),
      quote: maskPersonal(capture.quote),
      suggestion: capture.suggestion,
      sentence: maskPersonal(capture.sentence),
      anchor: capture.anchor && coveredAnchor(capture.anchor),
      published: capture.published,
      checkpoint: capture.now,
      ...(about ? fieldsOf(about) : {}),
      // Without an outcome of its own a flag means the page: one finding per page, whatever its checks say.
      check: capture.about?.check ?? '',
    },
    time: capture.readAt,
    outcomes: capture.outcomes.map(recorded),
    screenshot: 'image' in shot ? shot.image : null,
    ...('image' in shot && shot.focus ? { focus: shot.focus } : {}),
    html: shot.html ?? null,
    ...(shot.htmlMissing ? { htmlMissing: shot.htmlMissing } : {}),
    ...('missing' in shot ? { missing: shot.missing } : {}),
  };
}

function fieldsOf(outcome: JudgedOutcome): Partial<FindingFields> {
  return {
    category: outcome.category,
    indicator: outcome.clause?.id ?? '',
    clause: outcome.clause?.text ?? '',
    lastUpdated: outcome.facts?.lastUpdated ?? null,
    daysSince: outcome.facts?.daysSince ?? null,
  };
}

function recorded(outcome: JudgedOutcome): RecordedOutcome {
  return {
    check: outcome.check,
    kind: outcome.kind,
    reason: outcome.reason,
    clause: outcome.clause ? `${outcome.clause.id} ${outcome.clause.text}` : null,
  };
}
