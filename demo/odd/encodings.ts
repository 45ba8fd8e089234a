import { encodeGbk } from '../gbk';
import type { Reply } from '../site';
import { oddArticle, oddList } from './rows';

/** GBK bytes, declared in the meta only. */
export function gbkPage(): Reply {
  return {
    type: 'text/html',
    body: encodeGbk(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>国标编码页面</title></head>
<body>${oddArticle}</body></html>`),
  };
}

/** Real XHTML: parsed as XML, so there is no document.write and no tolerant innerHTML. */
export function xhtmlPage(): Reply {
  return {
    type: 'application/xhtml+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh-CN"><head><title>XHTML 页面</title></head>
<body>${oddArticle}</body></html>`,
  };
}

/** No doctype: quirks mode, upper-case tags, layout by tables and fonts. */
export function quirksPage(): Reply {
  return {
    body: `<HTML><HEAD><META charset="utf-8"><TITLE>怪异模式页面</TITLE><STYLE>li{float:left;width:45%;list-style:none} span{float:right}</STYLE></HEAD>
<BODY bgcolor=#ffffff><TABLE width=900 align=center><TR><TD><FONT size=5 color=red>工作动态</FONT></TD></TR><TR><TD><UL>
${oddList()}
</UL></TD></TR></TABLE></BODY></HTML>`,
  };
}
