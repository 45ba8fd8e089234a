import type { Reply } from './site';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for HTML content and attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!);
}

/** Paragraphs of an article as CMS editors write them: each its own `<p>`, indented with two full-width blanks. */
export function paragraphs(...texts: string[]): string {
  return texts.map((text) => `<p>　　${escapeHtml(text)}</p>`).join('\n');
}

/** A table with a header row; cells are text. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(String(cell))}</${tag}>`).join('')}</tr>`;
  return `<table class="grid">\n${row(head, 'th')}\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</table>`;
}

export function htmlReply(body: string, headers?: Record<string, string>): Reply {
  return { body, headers };
}

export function jsonReply(value: unknown): Reply {
  return { body: JSON.stringify(value), type: 'application/json; charset=utf-8' };
}
