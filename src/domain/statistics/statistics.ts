/** Every figure of the statistics page, computed from the table of answers and the states of cards. */
import type { StudyDay } from '../day.ts';
import type { MemoryModel } from '../memory.ts';
import type { Answers } from './answers.ts';
import { buttonsOf, hoursOf } from './answering.ts';
import { cardCountsOf, futureDueOf } from './cardFigures.ts';
import { daySumsOf, placesBetween, sumOf, totalsBetween } from './daySums.ts';
import type { Figures, Part } from './figures.ts';
import { memoryFiguresOf, type Standing } from './memoryFigures.ts';
import type { CardList, Question } from './question.ts';
import { retentionOf } from './retention.ts';
import { addedOf, answersAhead, calendarOf, reviewsOf, studiedDays } from './reviews.ts';
import { todayOf } from './today.ts';

/** The log's answers, told apart by the cards at hand. */
export interface Study {
  readonly table: Answers;
  readonly list: CardList;
  /** By card of the list: its place among `table.states`; -1 for none. */
  readonly places: Int32Array;
  /** Places of the cards that no deck at hand knows. */
  readonly retired: readonly number[];
}

export function studyOf(table: Answers, list: CardList): Study {
  const byId = new Map(table.states.map(({ card }, place) => [card, place]));
  const places = Int32Array.from(list.ids, (id) => byId.get(id) ?? -1);
  for (const id of list.ids) byId.delete(id);
  return { table, list, places, retired: [...byId.values()] };
}

/** What is asked, the scope and the kinds of note as `chosenCards` has them. */
export type Asked = Omit<Question, 'scope' | 'kinds'> & { readonly chosen: Uint8Array | null };

interface Chosen {
  /** Cards of the decks, in their order. */
  readonly standing: readonly Standing[];
  /** Places in the table of all cards whose answers are asked about; null for every one. */
  readonly places: readonly number[] | null;
}

function choose({ table, list, places }: Study, { chosen, onlyMarked }: Asked): Chosen {
  const standing: Standing[] = [];
  const asked: number[] = [];
  for (let i = 0; i < places.length; i++) {
    if (chosen?.[i] === 0) continue;
    const place = places[i] ?? -1;
    const state = table.states[place] ?? null;
    if (onlyMarked && state?.marked !== true) continue;
    standing.push({ state, note: list.notes[i] ?? 0 });
    if (place !== -1) asked.push(place);
  }
  return { standing, places: chosen === null && !onlyMarked ? null : asked };
}

/** How many cards no deck knows have answers up to today, and how many answers those are. */
function retiredOf({ table, retired }: Study, today: StudyDay): { cards: number; answers: number } {
  const { starts, day, days } = table;
  const [, ahead] = placesBetween(days, -Infinity, today);
  const counts = retired.map((place) => {
    const own = day.subarray(starts[place], starts[place + 1]);
    return own.reduce((count, dayPlace) => count + (dayPlace < ahead ? 1 : 0), 0);
  });
  return { cards: counts.filter((count) => count > 0).length, answers: sumOf(counts) };
}

/**
 * Works out all figures, one after another in the order of the page.
 * @param onPart told of each as soon as it is done
 */
export function statisticsOf(
  study: Study,
  asked: Asked,
  model: MemoryModel,
  onPart: (part: Part) => void = () => {},
): Figures {
  const { period, today, now } = asked;
  const { standing, places } = choose(study, asked);
  const states = standing.map(({ state }) => state);
  const sums = daySumsOf(study.table, places);
  const studied = studiedDays(sums, today);
  const about = {
    cards: standing.length,
    answers: sumOf(totalsBetween(sums, 'answers', -Infinity, today)),
    timed: sumOf(totalsBetween(sums, 'timed', -Infinity, today)),
    retired: places === null ? retiredOf(study, today) : { cards: 0, answers: 0 },
    ahead: answersAhead(sums, today),
    first: studied[0]?.day ?? null,
  };
  const told = <P extends Part>(part: P): P => {
    onPart(part);
    return part;
  };
  return {
    ...told({ about, today: todayOf(sums, today) }),
    ...told({ calendar: calendarOf(studied, period, today) }),
    ...told({ retention: retentionOf(sums, today) }),
    ...told({ reviews: reviewsOf(sums, studied, period, today) }),
    ...told({ due: futureDueOf(states, asked) }),
    ...told({ counts: cardCountsOf(states, asked) }),
    ...told({ buttons: buttonsOf(sums, period, today) }),
    ...told({ hours: hoursOf(sums, period, today) }),
    ...told({ memory: memoryFiguresOf(standing, now, model) }),
    ...told({ added: addedOf(sums, studied, period, today) }),
  };
}
