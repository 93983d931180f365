/** A backup file as a stream: events to bytes, and bytes, which may be anything, to events. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  footerLine,
  headerLine,
  LONGEST_LINE,
  mayFollow,
  MOST_BYTES,
  MOST_EVENTS,
  parseEvent,
  parseFooter,
  parseHeader,
  type Footer,
  type Header,
} from '../domain/backupFormat.ts';
import { canonicalText } from '../domain/content.ts';
import type { LogEvent } from '../domain/event.ts';

/** Why a file is no backup that can be used, or a backup could not be made. */
export type BackupReason =
  /** Reading: nothing in it. */
  | 'empty'
  /** Something else than a backup of this app. */
  | 'foreign'
  /** A zip, perhaps an Anki package. */
  | 'zip'
  /** Written by a later version. */
  | 'newer'
  /** It ends too early. */
  | 'truncated'
  /** Its bytes are not what was written. */
  | 'garbled'
  /** One of its lines is no event: see `line`. */
  | 'line'
  /** Its events are not those it says it holds. */
  | 'digest'
  | 'too-large'
  /** The device did not hand it over. */
  | 'unreadable'
  /** The browser cannot unpack it. */
  | 'unsupported'
  /** Writing: the file could not be written; one that was there before is as it was. */
  | 'unwritable'
  /** The browser asks the person again before it writes to the file. */
  | 'lapsed'
  /** What was read back is not what was written. */
  | 'unverified';

export class BackupError extends Error {
  override readonly name = 'BackupError';
  constructor(
    readonly reason: BackupReason,
    /** Of the text, from 1; where the reason is `line`. */
    readonly line: number | null = null,
    cause?: unknown,
  ) {
    super(`The backup: ${reason}${line === null ? '' : ` ${line}`}`, { cause });
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Digest of the event lines, as they go by. */
function createDigest() {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  return {
    /** @returns the bytes of the text */
    add: (text: string): Bytes => {
      const bytes = encoder.encode(text);
      hash.update(bytes);
      return bytes;
    },
    hex: () => bytesToHex(hash.digest()),
  };
}

/** The text of a backup in pieces; `done` is told what was written before the last one. */
async function* backupText(
  pieces: AsyncIterable<readonly LogEvent[]>,
  header: Omit<Header, 'version'>,
  done: (footer: Footer) => void,
): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  const digest = createDigest();
  let events = 0;
  yield encoder.encode(`${headerLine(header)}\n`);
  for await (const piece of pieces) {
    events += piece.length;
    yield digest.add(piece.map((event) => `${canonicalText(event)}\n`).join(''));
  }
  const footer = { events, sha256: digest.hex() };
  done(footer);
  yield encoder.encode(`${footerLine(footer)}\n`);
}

function streamOf(pieces: AsyncGenerator<Bytes>): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}

export const canCompress = (): boolean => typeof CompressionStream !== 'undefined';

/** A backup as a stream of bytes, compressed where the browser can. */
export function backupStream(
  pieces: AsyncIterable<readonly LogEvent[]>,
  header: Omit<Header, 'version'>,
  done: (footer: Footer) => void,
): ReadableStream<Bytes> {
  const text = streamOf(backupText(pieces, header, done));
  return canCompress() ? text.pipeThrough(new CompressionStream('gzip')) : text;
}

/** All chunks of a stream; a read that fails is `unreadable`. */
async function* chunksOf(stream: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {
      // It had failed or ended already, which the reads have said.
    });
  }
}

async function* fileBytes(file: Blob): AsyncGenerator<Bytes> {
  try {
    yield* chunksOf(file.stream());
  } catch (error) {
    throw new BackupError('unreadable', null, error);
  }
}

const saysCutOff = (error: unknown) =>
  error instanceof Error && /truncated|unexpected end|incomplete/i.test(error.message);

async function* unzipped(file: Blob): AsyncGenerator<Bytes> {
  if (typeof DecompressionStream === 'undefined') throw new BackupError('unsupported');
  const unzip = new DecompressionStream('gzip');
  const writer = unzip.writable.getWriter();
  let unreadable: BackupError | null = null;
  const feed = async () => {
    try {
      for await (const bytes of fileBytes(file)) await writer.write(bytes);
      await writer.close();
    } catch (error) {
      if (error instanceof BackupError) unreadable = error;
      await writer.abort(error);
    }
  };
  const fed = feed().catch(() => {
    // The stream had failed already; the reader is told why.
  });
  try {
    yield* chunksOf(unzip.readable);
    await fed;
  } catch (error) {
    throw unreadable ?? new BackupError(saysCutOff(error) ? 'truncated' : 'garbled', null, error);
  }
}

async function* linesOf(chunks: AsyncIterable<Bytes>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Bytes) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (error) {
      throw new BackupError('garbled', null, error);
    }
  };
  let rest = '';
  let total = 0;
  for await (const bytes of chunks) {
    total += bytes.length;
    const lines = (rest + decode(bytes)).split('\n');
    rest = lines.pop() ?? '';
    if (total > MOST_BYTES || rest.length > LONGEST_LINE) throw new BackupError('too-large');
    yield lines;
  }
  if (rest + decode() !== '') throw new BackupError('truncated');
}

/** Which bytes a file begins with says what it is. */
async function textLines(file: Blob): Promise<AsyncGenerator<string[]>> {
  if (file.size === 0) throw new BackupError('empty');
  let first: Uint8Array;
  try {
    first = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  } catch (error) {
    throw new BackupError('unreadable', null, error);
  }
  const [one, two] = first;
  if (one === 0x50 && two === 0x4b) throw new BackupError('zip');
  if (one === 0x1f && two === 0x8b) return linesOf(unzipped(file));
  if (one === 0x7b) return linesOf(fileBytes(file));
  throw new BackupError('foreign');
}

/** The lines of a file as they come, checked one by one. */
class Lines {
  header: Header | null = null;
  footer: Footer | null = null;
  events = 0;
  private before: LogEvent | null = null;
  private readonly digest = createDigest();

  /** @returns the events among `lines` */
  take(lines: readonly string[]): LogEvent[] {
    const events: LogEvent[] = [];
    let text = '';
    for (const line of lines) {
      const event = this.header && !this.footer ? parseEvent(line) : null;
      if (!event) {
        this.takeOther(line);
        continue;
      }
      if (!mayFollow(this.before, event)) throw new BackupError('line', this.events + 2);
      this.before = event;
      this.events += 1;
      text += `${line}\n`;
      events.push(event);
    }
    if (this.events > MOST_EVENTS) throw new BackupError('too-large');
    this.digest.add(text);
    return events;
  }

  private takeOther(line: string): void {
    if (this.footer) throw new BackupError('garbled');
    if (this.header) {
      this.footer = parseFooter(line);
      if (!this.footer) throw new BackupError('line', this.events + 2);
      return;
    }
    const header = parseHeader(line);
    if (header === null) throw new BackupError('foreign');
    if (header === 'newer') throw new BackupError('newer');
    this.header = header;
  }

  end(): { header: Header; footer: Footer } {
    const { header, footer } = this;
    if (!header || !footer) throw new BackupError('truncated');
    if (footer.events !== this.events || footer.sha256 !== this.digest.hex()) {
      throw new BackupError('digest');
    }
    return { header, footer };
  }
}

/**
 * Reads a backup to its end, in pieces, and checks every line, the count and the digest. `each` is
 * given events before the end is known to be right: it must not write them.
 * @throws BackupError
 */
export async function readBackup(
  file: Blob,
  each: (events: readonly LogEvent[]) => void | Promise<void> = () => {},
): Promise<{ header: Header; footer: Footer }> {
  const lines = new Lines();
  for await (const some of await textLines(file)) {
    const events = lines.take(some);
    if (events.length > 0) await each(events);
  }
  return lines.end();
}
