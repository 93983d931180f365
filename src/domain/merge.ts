/**
 * Merging logs: the union by identity. Nothing is overwritten and nothing is dropped; the events of
 * a cloned profile, which carry ids already taken by other content, are written again under a fresh
 * device with their first id as `origin`.
 *
 * A log holds, of every device, the events 1..n without a gap.
 */
import { canonicalText } from './content.ts';
import { idOf, isTaken, type LogEvent } from './event.ts';
import { firstIdOf, identityOf, isFork } from './replay.ts';

export interface Merged {
  /** To be added, in order of device and seq; dense after what each device already has. */
  readonly added: readonly LogEvent[];
  /** How many of them had to be written again because their id was taken. */
  readonly reissued: number;
}

function byDevice(events: Iterable<LogEvent>): Map<string, LogEvent[]> {
  const devices = new Map<string, LogEvent[]>();
  for (const event of events) {
    const run = devices.get(event.device);
    if (run) run.push(event);
    else devices.set(event.device, [event]);
  }
  for (const run of devices.values()) run.sort((a, b) => a.seq - b.seq);
  return devices;
}

/** What is in a log already, found by id, by origin, or by the id and content an origin names. */
class Known {
  private readonly byId = new Map<string, LogEvent>();
  private readonly byOrigin = new Map<string, string>();
  readonly lengths = new Map<string, number>();

  add(event: LogEvent): void {
    this.byId.set(idOf(event), event);
    if (isFork(event)) this.byOrigin.set(identityOf(event), idOf(event));
    this.lengths.set(event.device, Math.max(this.lengths.get(event.device) ?? 0, event.seq));
  }

  /** The id under which `event` is already here, or null. */
  idFor(event: LogEvent): string | null {
    const same = this.byId.get(idOf(event));
    if (same && canonicalText(same) === canonicalText(event)) return idOf(event);
    const origin = identityOf(event);
    const renamed = this.byOrigin.get(origin);
    if (renamed !== undefined) return renamed;
    const first = this.byId.get(firstIdOf(origin));
    return first && identityOf(first) === origin ? idOf(first) : null;
  }
}

/** References inside an event, turned to the ids its targets now have. */
function withReferences(event: LogEvent, nowCalled: ReadonlyMap<string, string>): LogEvent {
  const action = nowCalled.get(event.action) ?? event.action;
  if (!isTaken(event)) return { ...event, action };
  return { ...event, action, names: nowCalled.get(event.names) ?? event.names };
}

/** Merges the run of one device; see `mergeLogs`. */
function mergeRun(
  run: readonly LogEvent[],
  known: Known,
  isOwn: boolean,
  freshDevice: () => string,
  nowCalled: Map<string, string>,
): Merged {
  const added: LogEvent[] = [];
  let isRenamed = false;
  let fork: { device: string; seq: number } | null = null;
  for (const event of run) {
    const already = known.idFor(event);
    if (already !== null) {
      if (already !== idOf(event)) {
        nowCalled.set(idOf(event), already);
        isRenamed = true;
      }
      continue;
    }
    const isNext = event.seq === (known.lengths.get(event.device) ?? 0) + 1;
    if (isNext && !fork && !isOwn && !isRenamed) {
      known.add(event);
      added.push(event);
      continue;
    }
    fork ??= { device: freshDevice(), seq: 0 };
    fork.seq += 1;
    nowCalled.set(idOf(event), `${fork.device}:${fork.seq}`);
    const again = { ...event, ...fork, origin: identityOf(event) };
    known.add(again);
    added.push(again);
  }
  return { added, reissued: fork?.seq ?? 0 };
}

/**
 * What `incoming` adds to `local`. References are turned at the end: an event written again may name
 * an action of the device it was first written under.
 * @param own the local profile's own device: only it may extend it, so anything unknown under that
 *   name is a clone's
 * @param freshDevice mints a device id; called once per forked device
 */
export function mergeLogs(
  local: Iterable<LogEvent>,
  incoming: Iterable<LogEvent>,
  own: string,
  freshDevice: () => string,
): Merged {
  const known = new Known();
  for (const event of local) known.add(event);
  const nowCalled = new Map<string, string>();
  const added: LogEvent[] = [];
  let reissued = 0;
  for (const [device, run] of byDevice(incoming)) {
    const merged = mergeRun(run, known, device === own, freshDevice, nowCalled);
    added.push(...merged.added);
    reissued += merged.reissued;
  }
  return { added: added.map((event) => withReferences(event, nowCalled)), reissued };
}
