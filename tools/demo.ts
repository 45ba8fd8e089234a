import { replay } from './demo/replay';

/** The replayed quarter; standard output is one line of JSON. */
const summary = await replay(process.argv.includes('--headless'), (line) => console.error(line));
console.log(JSON.stringify(summary));
