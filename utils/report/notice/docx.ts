import type { FileChild, IParagraphOptions } from 'docx';
import type { NoticeBlock } from './notice';
import { titleLines } from './title';

/** A table at the end of a document. */
export interface AnnexTable {
  title: string;
  header: string[];
  rows: string[][];
  /** Share of the width per column; equal when left out. */
  widths?: number[];
  /** Lines below the table. */
  foot?: string[];
}

/** One document: paragraphs in the layout of official documents, then annexes on new pages. */
export interface OfficialDocument {
  blocks: readonly Pick<NoticeBlock, 'role' | 'text'>[];
  annexes: readonly AnnexTable[];
}

/**
 * GB/T 9704-2012: A4, margins 37/35/28/26 mm, title in 2号 小标宋, text in 3号 仿宋, first headings 黑体, second 楷体, 28.95 pt lines
 * (22 a page), two characters indented, page numbers “— 1 —” in 4号 宋体. Sizes in half-points, lengths in twips.
 */
const SIZE = { title: 44, text: 32, page: 28, table: 21 };
const LINE = 579;
const EM = 320;
const INDENT = 2 * EM;
const FONTS = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
};

/** Writes a document; the library is loaded when it is used. */
export async function writeDocx(document: OfficialDocument): Promise<Blob> {
  const docx = await import('docx');
  const {
    AlignmentType,
    convertMillimetersToTwip: mm,
    Document,
    Footer,
    LineRuleType,
    Packer,
    PageNumber,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = docx;

  // The hint makes quotation marks and dashes as wide as the characters around them.
  const fontOf = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name, hint: 'eastAsia' });
  const run = (text: string, font: string, size: number, first = true) =>
    new TextRun({ text, size, font: fontOf(font), ...(first ? {} : { break: 1 }) });
  const styled = (text: string, font: string, options: IParagraphOptions, size = SIZE.text) =>
    new Paragraph({
      spacing: { line: LINE, lineRule: LineRuleType.EXACT },
      ...options,
      children: [run(text, font, size)],
    });
  const indent = { firstLine: INDENT };

  const paragraphs: Record<NoticeBlock['role'], (text: string, last: boolean) => FileChild> = {
    title: (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: LINE, line: 640 },
        children: titleLines(text).map((line, index) => run(line, FONTS.title, SIZE.title, index === 0)),
      }),
    addressee: (text) => styled(text, FONTS.text, {}),
    heading: (text) => styled(text, FONTS.first, { indent, keepNext: true }),
    subheading: (text) => styled(text, FONTS.second, { indent, keepNext: true }),
    paragraph: (text, last) =>
      styled(text, FONTS.text, { indent, alignment: AlignmentType.BOTH, keepNext: last }),
    // 附件说明: below the text, its lines under each other.
    annex: (text, last) =>
      styled(text, FONTS.text, {
        indent: { left: INDENT + 3 * EM, hanging: text.startsWith('附件') ? 3 * EM : 0 },
        keepNext: last,
      }),
    signature: (text) =>
      styled(text, FONTS.text, {
        alignment: AlignmentType.RIGHT,
        indent: { right: INDENT },
        keepNext: true,
        spacing: { before: 2 * LINE, line: LINE, lineRule: LineRuleType.EXACT },
      }),
    date: (text) =>
      styled(text, FONTS.text, { alignment: AlignmentType.RIGHT, indent: { right: 2 * INDENT } }),
  };

  const cell = (text: string, share: number, head: boolean) =>
    new TableCell({
      width: { size: share, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(text, head ? FONTS.first : FONTS.text, SIZE.table)],
        }),
      ],
    });
  const { blocks, annexes } = document;
  const annex = ({ title, header, rows, widths, foot = [] }: AnnexTable, index: number): FileChild[] => {
    const shares = widths ?? header.map(() => 100 / header.length);
    const row = (texts: string[], head: boolean) =>
      new TableRow({
        tableHeader: head,
        cantSplit: true,
        children: texts.map((text, column) => cell(text, shares[column]!, head)),
      });
    return [
      styled(annexes.length > 1 ? `附件${index + 1}` : '附件', FONTS.first, { pageBreakBefore: true }),
      styled(
        title,
        FONTS.title,
        { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 200 } },
        SIZE.text,
      ),
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: [row(header, true), ...rows.map((texts) => row(texts, false))],
      }),
      ...foot.map((line) => styled(line, FONTS.text, { spacing: { before: 200 } }, SIZE.table)),
    ];
  };

  const file = new Document({
    creator: '',
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: SIZE.page,
                    font: fontOf(FONTS.page),
                    children: ['— ', PageNumber.CURRENT, ' —'],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          ...blocks.map(({ role, text }, index) =>
            // The signature never stands on a page without text.
            paragraphs[role](text, ['annex', 'signature'].includes(blocks[index + 1]?.role ?? '')),
          ),
          ...annexes.flatMap(annex),
        ],
      },
    ],
  });
  return Packer.toBlob(file);
}
