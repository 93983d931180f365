/**
 * The order in which a log is replayed, and which of its events are live.
 *
 * Both are functions of the set of events alone: not of the order they arrived in, nor of the names
 * a merge gave to the events of a cloned profile.
 */
import { contentHash } from './content.ts';
import { idOf, isTaken, partsOf, type LogEvent } from './event.ts';

const FORK = 'fork:';

/** Whether an event of a cloned profile was written again under another device. */
export function isFork(event: LogEvent): boolean {
  return event.origin?.startsWith(FORK) ?? false;
}

/**
 * What an event is, whatever a merge has named it. An event written again under another device
 * carries it as its `origin`; of any other it is its id and its content, in the form the `origin`
 * would have were it a cloned profile's: `fork:<device>:<seq>#<hash>`.
 */
export function identityOf(event: LogEvent): string {
  if (event.origin?.startsWith(FORK)) return event.origin;
  return `${FORK}${idOf(event)}#${contentHash(event)}`;
}

/** The id an event was first written under, from its identity; '' for an import's origin. */
export function firstIdOf(identity: string): string {
  return identity.startsWith(FORK) ? identity.slice(FORK.length, identity.lastIndexOf('#')) : '';
}

function firstPlace(event: LogEvent): { device: string; seq: number } {
  const first = event.origin === undefined ? '' : firstIdOf(event.origin);
  return first === '' ? event : partsOf(first);
}

/** Replay order: order, device, seq (as first written), then content. Total over distinct events. */
export function compareEvents(a: LogEvent, b: LogEvent): number {
  if (a.order !== b.order) return a.order - b.order;
  const first = firstPlace(a);
  const second = firstPlace(b);
  if (first.device !== second.device) return first.device < second.device ? -1 : 1;
  if (first.seq !== second.seq) return first.seq - second.seq;
  const one = identityOf(a);
  const other = identityOf(b);
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The actions that are taken back: of the `undone` and `redone` events naming an action the last in
 * replay order decides, whether or not the action itself has arrived yet.
 */
export function undoneActions(events: Iterable<LogEvent>): Set<string> {
  const deciding = new Map<string, LogEvent>();
  for (const event of events) {
    if (!isTaken(event)) continue;
    const standing = deciding.get(event.names);
    if (!standing || compareEvents(standing, event) < 0) deciding.set(event.names, event);
  }
  const undone = new Set<string>();
  for (const [action, event] of deciding) if (event.type === 'undone') undone.add(action);
  return undone;
}
