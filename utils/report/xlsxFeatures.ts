import type { Feature } from 'write-excel-file/universal';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
  setMarkupInsideElement,
} from 'write-excel-file/utility';

const SHEET = 'xl/worksheets/sheet{id}.xml';
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/**
 * The filter arrows over a table of that many columns and rows (header not counted), ECMA-376 part 1, 18.3.1.2, with the hidden
 * name by which spreadsheets other than Excel know the range.
 */
export function filters(columns: number, rows: number, sheet: string): Feature<Blob> {
  const corners = [getCellAddress(0, 0), getCellAddress(rows, columns - 1)];
  const absolute = corners.map((corner) => corner.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')).join(':');
  const range = sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'!${absolute}`);
  const name = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${range}</definedName>`;
  return {
    files: {
      transform: {
        [SHEET]: { transform: (xml) => inserted(xml, `<autoFilter ref="${corners.join(':')}"/>`) },
        'xl/workbook.xml': {
          transform: (xml) => setMarkupInsideElement(xml, findElement(xml, 'definedNames')!, name),
        },
      },
    },
  };
}

/** Makes the cells of a column links, row by row from the second on (ECMA-376 part 1, 18.3.1.47); null = no link. */
export function hyperlinks(urls: readonly (string | null)[], column: number): Feature<Blob> {
  const linked = urls.map((url, index) => ({ url, index })).filter((link) => link.url !== null);
  if (linked.length === 0) return {};
  const cells = linked.map(
    ({ index }) => `<hyperlink ref="${getCellAddress(index + 1, column)}" r:id="rId-link-${index}"/>`,
  );
  const targets = linked.map(
    ({ url, index }) =>
      `<Relationship Id="rId-link-${index}" Type="${LINK}" Target="${sanitizeAttributeValue(url!)}" TargetMode="External"/>`,
  );
  return {
    files: {
      transform: {
        [SHEET]: { transform: (xml) => inserted(xml, `<hyperlinks>${cells.join('')}</hyperlinks>`) },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: () => targets.join('') },
      },
    },
  };
}

/** The schema fixes the order of a sheet's parts; a file that breaks it counts as damaged. */
function inserted(xml: string, markup: string): string {
  return insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    markup,
    getOrderOfSiblings(SHEET, 'worksheet')!,
    'worksheet',
  );
}
