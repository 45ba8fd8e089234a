/** Window size of the tests, in CSS px. */
export const viewport = { width: 1280, height: 900 };

/** Chinese interface: Chromium asks LANGUAGE, file names need a UTF-8 locale. */
export const environment = { ...process.env, LANGUAGE: 'zh_CN', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
