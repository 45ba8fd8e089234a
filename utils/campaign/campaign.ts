import { type Category, categories } from '../checks/category';
import { type Folded, valueIn } from '../findings/fold';
import type { Json } from '../findings/json';
import type { CivilDate } from '../page/snapshot';
import { ITEM_KINDS, type ItemKind } from './roster/item';
import { type SignOff, signOffsOf } from './signOff';
import { asDate, asRecord, asText, asTexts } from './values';

/** What must have a verdict before an item counts as checked, by kind of item. */
export type Requirements = Record<ItemKind, readonly Category[]>;

/** How often a recurring round (日常监测) comes round, beside the campaign's own inspection (定期检查). */
export const CADENCES = ['daily', 'weekly', 'monthly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** A round of looks at some of the roster's items, due again and again. */
export interface Round {
  id: string;
  name: string;
  cadence: Cadence;
  /** First day on which it is due. */
  starts: CivilDate;
  /** The items it covers: of these kinds. */
  kinds: readonly ItemKind[];
}

/** One inspection (一次检查): the unit of the work. Its findings and roster items name it by id. */
export interface Campaign {
  id: string;
  name: string;
  /** 监测时间点: the day at which everything is judged; null = the day of reading. */
  checkpoint: CivilDate | null;
  /** Id of the indicator pack that judges. */
  pack: string;
  reviewers: readonly string[];
  /** The campaign before it, whose findings are re-inspected. */
  previous: string;
  /** The city, county or system that is inspected: 云河市. */
  region: string;
  /** Who signs the notice: 云河市人民政府办公室. */
  office: string;
  requirements: Requirements;
  rounds: readonly Round[];
  /** 每日签收, newest day first. */
  signOffs: readonly SignOff[];
  /** 整改期限 of what is found. */
  deadline: CivilDate | null;
  /** 成文日期 of what is handed over; null = the day on which it is drafted. */
  noticeDay: CivilDate | null;
  /** The office's own templates of notice and 整改通知单; '' = the product's. */
  noticeTemplate: string;
  rectificationTemplate: string;
  /** The notice as edited, paragraph by paragraph; null = as drafted. */
  notice: Json;
  /** The 整改通知单 as edited, by unit; units that are absent have theirs as drafted. */
  unitNotices: Readonly<Record<string, Json>>;
  deleted: boolean;
}

/** What its form and its documents set; rounds and units' documents have fields of their own. */
export type CampaignValues = Omit<Campaign, 'id' | 'rounds' | 'signOffs' | 'unitNotices'>;

/** Coverage by hand and eye comes down to these; an office may ask for more. */
export const defaultRequirements: Requirements = {
  site: ['stale', 'consultation', 'wording'],
  column: ['stale'],
  account: ['account'],
};

const CAMPAIGN = 'c:';
const ROUND = 'round/';
const UNIT_NOTICE = 'unitNotice/';

/** A new campaign's id; `random` from `crypto.randomUUID`. */
export function campaignId(random: string): string {
  return CAMPAIGN + random;
}

/** The beginning of every campaign's id. */
export const campaignPrefix = CAMPAIGN;

export function isCampaign(subject: string): boolean {
  return subject.startsWith(CAMPAIGN);
}

/** The field that keeps one recurring round; one field each, so that two reviewers' rounds never conflict. */
export function roundField(id: string): string {
  return ROUND + id;
}

/** The field that keeps a unit's edited 整改通知单; one field each, so that two reviewers can edit two of them. */
export function unitNoticeField(unit: string): string {
  return UNIT_NOTICE + unit;
}

/** The values that make a campaign, as an entry keeps them. */
export function campaignFields(values: Partial<CampaignValues>): Record<string, Json> {
  return JSON.parse(JSON.stringify(values)) as Record<string, Json>;
}

/** Reads a fold as a campaign; values of the wrong type count as absent. */
export function campaignOf(folded: Folded): Campaign {
  const value = (field: string) => valueIn(folded, field);
  return {
    id: folded.id,
    name: asText(value('name')),
    checkpoint: asDate(value('checkpoint')),
    pack: asText(value('pack')),
    reviewers: asTexts(value('reviewers')),
    previous: asText(value('previous')),
    region: asText(value('region')),
    office: asText(value('office')),
    requirements: asRequirements(value('requirements')),
    rounds: Object.keys(folded.fields)
      .filter((field) => field.startsWith(ROUND))
      .map((field) => asRound(field.slice(ROUND.length), value(field)))
      .filter((round) => round !== null)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    signOffs: signOffsOf(folded),
    deadline: asDate(value('deadline')),
    noticeDay: asDate(value('noticeDay')),
    noticeTemplate: asText(value('noticeTemplate')),
    rectificationTemplate: asText(value('rectificationTemplate')),
    notice: value('notice'),
    unitNotices: Object.fromEntries(
      Object.keys(folded.fields)
        .filter((field) => field.startsWith(UNIT_NOTICE))
        .map((field) => [field.slice(UNIT_NOTICE.length), value(field)]),
    ),
    deleted: value('deleted') === true,
  };
}

function asRequirements(value: Json): Requirements {
  const record = asRecord(value);
  const of = (kind: ItemKind) =>
    record && Array.isArray(record[kind])
      ? categories.filter((category) => (record[kind] as Json[]).includes(category))
      : defaultRequirements[kind];
  return { site: of('site'), column: of('column'), account: of('account') };
}

function asRound(id: string, value: Json): Round | null {
  const record = asRecord(value);
  const cadence = CADENCES.find((known) => known === record?.cadence);
  const starts = asDate(record?.starts ?? null);
  if (!record || !cadence || !starts) return null;
  const kinds = ITEM_KINDS.filter((kind) => asTexts(record.kinds ?? null).includes(kind));
  return { id, name: asText(record.name ?? null), cadence, starts, kinds };
}
