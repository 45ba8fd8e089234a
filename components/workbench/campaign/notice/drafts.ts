import { unitNoticeField } from '../../../../utils/campaign/campaign';
import { unverifiedOf } from '../../../../utils/campaign/packs';
import { recheckRate } from '../../../../utils/campaign/recheckRate';
import type { Json } from '../../../../utils/findings/json';
import { findingsAnnex, summaryAnnex } from '../../../../utils/report/notice/annexes';
import type { AnnexTable } from '../../../../utils/report/notice/docx';
import { reportable } from '../../../../utils/report/notice/facts';
import { draftNotice, type NoticeBlock } from '../../../../utils/report/notice/notice';
import { RECTIFICATION_TEMPLATE, rectificationNotices } from '../../../../utils/report/notice/rectification';
import { savedNotice } from '../../../../utils/report/notice/saved';
import { NOTICE_TEMPLATE } from '../../../../utils/report/notice/template';
import { t } from '../../../shared/words';
import type { CampaignModel } from '../model';

/** A document to hand over: as drafted, or as a reviewer has edited it. */
export interface HandoverDocument {
  /** '' for the 通报; the unit's name for a 整改通知单. */
  unit: string;
  blocks: readonly NoticeBlock[];
  annexes: AnnexTable[];
  edited: boolean;
  /** It was edited, and something was confirmed since that it does not say. */
  behind: boolean;
  /** The campaign's field that keeps the edited text; null there = as drafted. */
  field: string;
}

export const categoryWords = (category: string) =>
  category ? t(`category.${category}`) : t('category.other');

/** The 通报 and the 整改通知单 of each unit with findings. */
export function documentsOf(model: CampaignModel): HandoverDocument[] {
  const campaign = model.open.value!;
  const findings = model.findings.value;
  const board = model.board.value;
  const unverified = new Set(unverifiedOf(model.pack.value).map(({ id }) => id));
  const before = model.previous.value;
  const common = {
    campaign,
    findings,
    today: campaign.noticeDay ?? model.realDay(),
    deadline: campaign.deadline,
    unverified,
    categoryWords,
  };
  const annexes = [summaryAnnex(board), findingsAnnex(findings, categoryWords, unverified)];
  const notice = draftNotice({
    ...common,
    board,
    annexes: annexes.map(({ title }) => title),
    template: campaign.noticeTemplate || NOTICE_TEMPLATE,
    previous: before && {
      name: before.name,
      rate: recheckRate(model.earlier.value, before.deadline, model.today.value),
    },
  });
  const units = rectificationNotices({
    ...common,
    template: campaign.rectificationTemplate || RECTIFICATION_TEMPLATE,
  });
  return [
    documentFrom({
      unit: '',
      drafted: notice,
      annexes,
      saved: campaign.notice,
      field: 'notice',
      due: reportable(findings).map(({ id }) => id),
    }),
    ...units.map(({ unit, blocks, annexes }) =>
      documentFrom({
        unit,
        drafted: blocks,
        annexes,
        saved: campaign.unitNotices[unit] ?? null,
        field: unitNoticeField(unit),
        due: blocks.flatMap((block) => block.findings),
      }),
    ),
  ];
}

function documentFrom(given: {
  unit: string;
  drafted: NoticeBlock[];
  annexes: AnnexTable[];
  saved: Json;
  field: string;
  /** Findings that the document has to speak of. */
  due: string[];
}): HandoverDocument {
  const { unit, drafted, annexes, saved, field, due } = given;
  const edited = savedNotice(saved);
  const mentioned = new Set(edited?.flatMap((block) => block.findings));
  return {
    unit,
    blocks: edited ?? drafted,
    annexes,
    edited: edited !== null,
    behind: edited !== null && due.some((id) => !mentioned.has(id)),
    field,
  };
}
