import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the two browsers usually live; the environment variables CHROMIUM and FIREFOX come first. */
const places = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge-stable',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Path of an installed browser, or null. */
export function findBrowser(/** @type {'chromium' | 'firefox'} */ name) {
  const named = process.env[name.toUpperCase()];
  return [named, ...places[name]].find((path) => path && existsSync(path)) ?? null;
}

/** Debian packages that are missing on this machine for both browsers with a Chinese interface. */
export function missingPackages() {
  const packages = [];
  const chromium = findBrowser('chromium');
  const firefox = findBrowser('firefox');
  if (!chromium) packages.push('chromium');
  if (!chromium || (chromium === '/usr/bin/chromium' && !existsSync('/usr/lib/chromium/locales/zh-CN.pak'))) {
    packages.push('chromium-l10n');
  }
  if (!firefox) packages.push('firefox-esr');
  const languagePack = 'langpack-zh-CN@firefox-esr.mozilla.org.xpi';
  if (
    !firefox ||
    (firefox === '/usr/bin/firefox-esr' &&
      !existsSync(join('/usr/lib/firefox-esr/browser/extensions', languagePack)))
  ) {
    packages.push('firefox-esr-l10n-zh-cn');
  }
  return packages;
}

/** Whether a font with Chinese characters is installed; true where that cannot be found out. */
export function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return (
      process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
    );
  }
}
