import { randomInt } from 'node:crypto';
import { text } from 'node:stream/consumers';

/** Without characters that are taken for one another when read from paper. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The password on standard input, or a new one of 80 bits, which is printed. */
export async function givenOrNew(user: string): Promise<string> {
  const given = process.stdin.isTTY ? '' : (await text(process.stdin)).split(/\r?\n/, 1)[0]!;
  if (given) return given;
  const letters = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]);
  const made = letters.join('').replace(/(.{4})(?=.)/g, '$1-');
  console.log(`${user}: ${made}`);
  return made;
}
