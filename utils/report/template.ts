import type { Finding } from '../findings/finding';
import { LEDGER } from './columns';
import type { Column } from './csv';

/** 栏目模板: which columns of the ledger an office hands in, and in what order. */
export interface ReportTemplate {
  name: string;
  /** Keys of {@link LEDGER}. */
  columns: string[];
}

/** How tables are handed over, remembered between exports. */
export interface ReportChoices {
  /** Personal data is covered. */
  masked: boolean;
  /** Name of the template in use; '' = the whole ledger. */
  template: string;
  templates: ReportTemplate[];
}

export const defaultChoices: ReportChoices = { masked: true, template: '', templates: [] };

/** The columns that a table gets; keys that this version does not know are left out, and no column means all. */
export function columnsOf({ template, templates }: ReportChoices): readonly Column<Finding>[] {
  const chosen = templates.find(({ name }) => name === template);
  const columns = (chosen?.columns ?? []).flatMap((key) => LEDGER.find((column) => column.key === key) ?? []);
  return columns.length > 0 ? columns : LEDGER;
}

/** Keeps a template under its name, in place of one of that name, and uses it. */
export function withTemplate(choices: ReportChoices, template: ReportTemplate): ReportChoices {
  const others = choices.templates.filter(({ name }) => name !== template.name);
  return { ...choices, template: template.name, templates: [...others, template] };
}

/** Drops a template; the whole ledger is used when it was the one in use. */
export function withoutTemplate(choices: ReportChoices, name: string): ReportChoices {
  return {
    ...choices,
    template: choices.template === name ? '' : choices.template,
    templates: choices.templates.filter((template) => template.name !== name),
  };
}

/** The list with one key moved by one place; unchanged at its ends. */
export function moved(keys: readonly string[], key: string, by: 1 | -1): string[] {
  const at = keys.indexOf(key);
  const to = at + by;
  const next = [...keys];
  if (at < 0 || to < 0 || to >= keys.length) return next;
  next.splice(at, 1);
  next.splice(to, 0, key);
  return next;
}
