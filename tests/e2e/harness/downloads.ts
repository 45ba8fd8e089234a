import { readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** The path of a finished download whose name ends so; waits for the folder to change, not for time to pass. */
export function downloaded(folder: string, ending: string, seconds = 20): Promise<string> {
  const find = () =>
    readdirSync(folder).length > 0 &&
    !readdirSync(folder).some((name) => /\.(part|crdownload|tmp)$/.test(name))
      ? readdirSync(folder).find((name) => name.endsWith(ending) && statSync(join(folder, name)).size > 0)
      : undefined;
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, check);
    const limit = setTimeout(() => {
      watcher.close();
      reject(
        new Error(
          `No *${ending} in ${folder} after ${seconds} s: ${readdirSync(folder).join(', ') || 'empty'}`,
        ),
      );
    }, seconds * 1000);
    function check() {
      const name = find();
      if (!name) return;
      watcher.close();
      clearTimeout(limit);
      resolve(join(folder, name));
    }
    check();
  });
}
