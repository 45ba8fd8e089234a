import type { Identity, Reply } from '../site';

/** The style sheet of a site: what such portals look like, in one accent colour. */
export function styleSheet({ colour }: Identity): Reply {
  return {
    type: 'text/css; charset=utf-8',
    body: `
body { margin: 0; font: 15px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", SimSun, sans-serif; color: #333; background: #f6f7f9; }
a { color: #333; text-decoration: none; } a:hover { color: ${colour}; }
ul { margin: 0; padding: 0; list-style: none; }
.wrap { width: 1100px; margin: 0 auto; }
.top { background: #fff; } .top .wrap { display: flex; justify-content: space-between; align-items: center; height: 90px; }
.logo { font-size: 30px; font-weight: bold; color: ${colour}; } .today { color: #888; font-size: 13px; }
.search input { height: 28px; width: 220px; } .search button { height: 34px; background: ${colour}; color: #fff; border: 0; padding: 0 16px; }
.nav { background: ${colour}; } .nav ul { display: flex; } .nav a { display: block; padding: 10px 24px; color: #fff; font-size: 17px; }
.crumb { padding: 14px 0; color: #888; font-size: 14px; } .crumb a { color: #666; }
.panel { background: #fff; padding: 20px 28px; margin-bottom: 18px; min-height: 120px; }
.boxes { display: grid; grid-template-columns: 1fr 1fr; gap: 18px; }
.boxhead { display: flex; justify-content: space-between; border-bottom: 2px solid ${colour}; margin-bottom: 8px; }
.boxhead h2 { font-size: 18px; margin: 0; color: ${colour}; } .boxhead a { font-size: 13px; color: #999; }
.list li { display: flex; justify-content: space-between; gap: 20px; padding: 6px 0; border-bottom: 1px dashed #e3e3e3; }
.list li span { color: #999; white-space: nowrap; }
.headline { text-align: center; padding: 18px 28px; background: #fff; margin: 16px auto; } .headline a { font-size: 26px; font-weight: bold; color: ${colour}; }
.grid { width: 100%; border-collapse: collapse; } .grid th, .grid td { border: 1px solid #ddd; padding: 7px 10px; text-align: left; } .grid th { background: #f2f4f7; }
.datebox li { display: flex; gap: 18px; padding: 12px 0; border-bottom: 1px solid #eee; }
.datebox .when { width: 74px; text-align: center; background: #f2f4f7; } .datebox b { display: block; font-size: 26px; line-height: 1.3; color: ${colour}; } .datebox i { font-style: normal; font-size: 13px; color: #888; }
.pager { text-align: center; padding: 16px 0 0; color: #777; } .pager a, .pager b { margin: 0 6px; }
h1.title { text-align: center; font-size: 25px; line-height: 1.5; margin: 10px 40px; }
.info { text-align: center; color: #888; font-size: 14px; border-bottom: 1px solid #eee; padding-bottom: 12px; } .info span { margin: 0 10px; }
.content { font-size: 17px; line-height: 2; padding: 16px 30px; } .content p { margin: 0 0 12px; } .sign { text-align: right; }
.header-table { width: 100%; border: 1px solid #ddd; border-collapse: collapse; font-size: 14px; margin-bottom: 16px; } .header-table td { padding: 6px 12px; border: 1px solid #eee; }
.related { border-top: 1px solid #eee; padding: 14px 30px; } .empty { color: #999; text-align: center; padding: 40px 0; }
.footer { background: #3c4450; color: #d5d9df; font-size: 13px; padding: 22px 0; text-align: center; } .footer a { color: #d5d9df; margin: 0 8px; } .footer img { vertical-align: middle; height: 44px; }
`,
  };
}

/** A mark for the footer, as such marks come: a picture without text. */
export function markImage(label: string, colour: string): Reply {
  return {
    type: 'image/svg+xml; charset=utf-8',
    body: `<svg xmlns="http://www.w3.org/2000/svg" width="110" height="44"><rect width="110" height="44" rx="4" fill="${colour}"/><text x="55" y="27" font-size="14" fill="#fff" text-anchor="middle">${label}</text></svg>`,
  };
}
