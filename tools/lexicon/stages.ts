import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSections, writeSections } from '../../utils/typos/bytes';

type Sections = Map<string, Uint8Array>;

/** Keeps what each stage of the build made, so that a later stage can be changed without waiting for the earlier ones. */
export class Stages {
  static readonly all: readonly string[] = [
    'corpus',
    'confusions',
    'language',
    'context',
    'words',
    'corrector',
    'scorer',
    'arbiter',
    'levels',
  ];

  /** With `from`, that stage and all after it are made anew. */
  constructor(
    private readonly folder: string,
    private from: string | null,
    private readonly log: (line: string) => void,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** That stage is made anew, and those after it too. */
  forget(name: string): void {
    const [own, from] = [name, this.from].map((stage) => Stages.all.indexOf(stage ?? ''));
    if (from! < 0 || own! < from!) this.from = name;
  }

  async run(name: string, make: () => Sections | Promise<Sections>): Promise<Sections> {
    const path = join(this.folder, `${name}.bin`);
    const anew = this.from !== null && Stages.all.indexOf(name) >= Stages.all.indexOf(this.from);
    if (existsSync(path) && !anew) {
      this.log(`${name}: as it was made before`);
      return readSections(readFileSync(path));
    }
    const sections = await make();
    writeFileSync(path, writeSections(sections));
    this.log(`${name}: made`);
    return sections;
  }
}
