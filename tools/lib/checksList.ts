import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checks } from '../../utils/checks/registry';
import { defaultPack } from '../../utils/indicators/packs';

/** CHECKS.md as it must be: one line per check with its name in both languages, its indicator and its clause. */
export function checksList(root: string): string {
  const name = (locale: string) => {
    const words = parse(readFileSync(join(root, 'locales', `${locale}.yml`), 'utf8')) as {
      checks: Record<string, { name?: string }>;
    };
    return (id: string) => words.checks[id]?.name ?? '';
  };
  const zh = name('zh_CN');
  const en = name('en');
  const lines = checks.map(({ id, category }) => {
    const indicator = defaultPack.indicators[defaultPack.checks[id] ?? ''];
    const clause = indicator ? `${indicator.clause}${indicator.verified ? '' : '（数值未核实）'}` : '';
    return `| \`${id}\` | ${zh(id)} | ${en(id)} | ${category} | ${indicator?.id ?? ''} | ${clause} |`;
  });
  return `# Checks

Generated from the code by \`npm run new-check -- --list\`; a test holds it to the registry. Indicators: ${defaultPack.name}.

| id | 检查 | check | category | indicator | clause |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
}
