/** One request, or something that happened to the server; never what a document says. */
export type Event = { event: string } & Record<string, string | number | null>;

export type Log = (event: Event) => void;

/** Writes events as JSON, one a line. */
export function jsonLog(out: { write(line: string): unknown }, now: () => number): Log {
  return (event) => void out.write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...event })}\n`);
}
