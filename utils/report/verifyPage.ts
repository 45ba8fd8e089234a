import { type Sentence, say } from '../words';
import { verifyPackage } from './verify';

const WORDS = ['title', 'how', 'choose', 'intact', 'broken', 'fingerprint', 'checked', 'noPackage'] as const;
const LISTS = ['changed', 'missing', 'extra', 'forged', 'loose'] as const;

/**
 * A page that checks the unpacked package in any browser, offline and without the extension: the reader chooses
 * the folder, every hash is computed anew. Nothing leaves the machine; there is nothing to load.
 * `fingerprint`: of the manifest that the page belongs to.
 */
export function verifyPage(
  language: string,
  words: (sentence: Sentence) => string,
  fingerprint: string,
): string {
  const spoken = Object.fromEntries(
    [...WORDS, ...LISTS].map((key) => [key, words(say(`evidence.verify.${key}`))]),
  );
  // `<` could end the script element from inside a string.
  const json = JSON.stringify(spoken).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>Duwang</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; max-width: 46em; margin: 3em auto; padding: 0 1em; }
#result.intact { color: #146c2e; } #result.broken { color: #b3261e; }
code { overflow-wrap: anywhere; } li { overflow-wrap: anywhere; }
</style>
<h1 id="title"></h1>
<p id="how"></p>
<label><span id="choose"></span> <input id="folder" type="file" webkitdirectory multiple></label>
<h2 id="result" role="status"></h2>
<div id="details"></div>
<script>
const words = ${json};
const verifyPackage = ${verifyPackage.toString()};
const at = (id) => document.getElementById(id);
const add = (tag, text, parent = at('details')) => {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
};
document.title = words.title;
for (const id of ['title', 'how', 'choose']) at(id).textContent = words[id];
at('folder').addEventListener('change', async ({ target }) => {
  at('details').replaceChildren();
  const chosen = [...target.files];
  const base = (chosen.find((file) => file.name === 'manifest.json')?.webkitRelativePath ?? '').slice(0, -'manifest.json'.length);
  try {
    const files = await Promise.all(chosen.map(async (file) => ({
      path: (file.webkitRelativePath || file.name).slice(base.length),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })));
    const verdict = await verifyPackage(files, '${fingerprint}');
    const broken = ${JSON.stringify(LISTS)}.filter((list) => verdict[list].length > 0);
    at('result').className = broken.length > 0 ? 'broken' : 'intact';
    at('result').textContent = broken.length > 0 ? words.broken : words.intact;
    add('p', words.checked + verdict.checked);
    add('code', verdict.fingerprint, add('p', words.fingerprint));
    for (const list of broken) {
      add('h3', words[list]);
      const items = add('ul', '');
      for (const path of verdict[list]) add('li', path, items);
    }
  } catch (error) {
    at('result').className = 'broken';
    at('result').textContent = words.noPackage;
    add('p', String(error));
  }
});
</script>
`;
}
