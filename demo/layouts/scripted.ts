import { htmlReply, jsonReply } from '../html';
import type { Identity, Routes, Visit } from '../site';
import { framed } from './frame';

export interface ScriptedRow {
  title: string;
  href: string;
  day: string;
  status: string;
}

/** A column whose list is empty when the page arrives: a script asks for JSON and fills it a moment later. */
export function scriptedColumn(
  site: Identity,
  { name, path, rows }: { name: string; path: string; rows(visit: Visit): ScriptedRow[] },
): Routes {
  return {
    [path]: () =>
      htmlReply(
        framed(site, {
          title: `${name}_${site.name}`,
          crumbs: [[name, path]],
          metas: { ColumnName: name, ColumnType: name },
          main: `<div class="panel"><div class="boxhead"><h2>${name}</h2></div>
<ul class="list" id="dataList"></ul><div class="pager" id="total"></div></div>
<script>
window.addEventListener('load', function () {
  setTimeout(function () {
    fetch('${path}list.json').then(function (answer) { return answer.json(); }).then(function (data) {
      document.getElementById('dataList').innerHTML = data.rows.map(function (row) {
        return '<li><a href="' + row.href + '">' + row.title + '</a><span>[' + row.status + ']</span><span>' + row.day + '</span></li>';
      }).join('');
      document.getElementById('total').textContent = '共 ' + data.rows.length + ' 条';
    });
  }, 400);
});
</script>`,
        }),
      ),
    [`${path}list.json`]: (visit) => jsonReply({ rows: rows(visit) }),
  };
}
