import { afterEach } from 'vitest';

const frames: HTMLIFrameElement[] = [];

/** Lays out a page of its own in a frame of the test's browser and returns its document. */
export function openPage(html: string): Document {
  const frame = document.createElement('iframe');
  frame.width = '1200';
  frame.height = '800';
  document.body.append(frame);
  frames.push(frame);
  const page = frame.contentDocument!;
  page.open();
  page.write(/^\s*<!doctype|^\s*<html/i.test(html) ? html : `<!doctype html><meta charset="utf-8">${html}`);
  page.close();
  return page;
}

afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});
