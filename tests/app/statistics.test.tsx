/** The page of the statistics: its frame, its figures, their gates, what is asked, what is taken along. */
import 'fake-indexeddb/auto';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { EnvironmentProvider, type Environment } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { hashRouting, routes } from '../../src/app/routes.ts';
import { StatisticsScreen } from '../../src/app/statistics/StatisticsScreen.tsx';
import { studyDayFromDate } from '../../src/domain/day.ts';
import type { Rating } from '../../src/domain/event.ts';
import { StoreError } from '../../src/store/errors.ts';
import { append } from '../../src/store/log.ts';
import { aReview, DAY, HOUR } from '../builders.ts';
import { aWorld, MORNING, openStatistics, tinyDeck, type World } from './world.ts';

const TODAY = studyDayFromDate(2026, 11, 24);
const NOTES = Array.from({ length: 8 }, (_, i) => ({
  note: `${i < 4 ? 'alpha' : 'beta'}.n${i}`,
  concept: i < 4 ? 'alpha' : 'beta',
}));
const CARDS = NOTES.map(({ note }) => `tiny/${note}`);

const TITLES = [
  'Today',
  'Calendar',
  'True retention',
  'Reviews',
  'Answer buttons',
  'Future due',
  'Added',
  'Hours',
  'Retrievability',
  'Card counts',
  'Intervals',
  'Stability',
  'Difficulty',
];

let world: World;
let environment: Environment;

async function answer(card: string, daysAgo: number, rating: Rating = 'good', days = 3) {
  const day = TODAY - daysAgo;
  const at = daysAgo === 0 ? MORNING - HOUR : day * DAY + 4 * HOUR;
  await append(environment.store, [aReview(rating, { card, day, at, offset: 480, days })]);
}

/** Every card begun, then answered in review on so many days, the first of them wrong each time. */
async function study(rounds: number) {
  for (const card of CARDS) await answer(card, 4 * rounds + 1);
  for (let round = rounds; round > 0; round--) {
    for (const [i, card] of CARDS.entries())
      await answer(card, 4 * round - 3, i === 0 ? 'again' : 'good');
  }
}

function show(path = '/statistics') {
  window.location.hash = path;
  render(
    <Router {...hashRouting}>
      <EnvironmentProvider value={environment}>
        <Route path={routes.statistics} component={StatisticsScreen} />
      </EnvironmentProvider>
    </Router>,
  );
  return userEvent.setup();
}

const figure = (title: string) => within(screen.getByRole('region', { name: title }));
const filled = () =>
  waitFor(() =>
    expect(document.querySelector('.statistics__figures')).toHaveAttribute('aria-busy', 'false'),
  );

beforeEach(async () => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  world = await aWorld(tinyDeck(NOTES));
  ({ environment } = world);
});
afterEach(() => {
  vi.restoreAllMocks();
  environment.store.close();
});

describe('the statistics', () => {
  it('have their frame at once, before any figure is there', () => {
    show();
    expect(screen.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(
      TITLES,
    );
    expect(screen.getByRole('radio', { name: '90 days' })).toBeChecked();
    expect(screen.getByRole('link', { name: 'Is the model right about me?' })).toHaveAttribute(
      'href',
      '#/statistics/model',
    );
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('show each part as it comes', async () => {
    await study(1);
    let end = () => {};
    environment = {
      ...environment,
      openStatistics: (store) => {
        const away = openStatistics(store);
        return {
          ...away,
          figures: async (question, onPart, signal) => {
            const all = await away.figures(question, () => {}, signal);
            onPart({ calendar: all.calendar });
            await new Promise<void>((resolve) => {
              end = resolve;
            });
            return all;
          },
        };
      },
    };
    show();
    expect(await screen.findByRole('img', { name: /^16 answers on 2 days/ })).toBeVisible();
    expect(figure('Reviews').queryByRole('img')).toBeNull();
    end();
    await filled();
    expect(figure('Reviews').getByRole('img')).toBeVisible();
  });

  it('have a picture with a sentence, a table and a definition for each', async () => {
    await study(5);
    const user = show();
    await filled();
    for (const title of TITLES) {
      const one = figure(title);
      await user.click(one.getByRole('button', { name: `What is this? ${title}` }));
      expect(one.getByText(/\w.*\.$/, { selector: '.figure__definition' })).toBeVisible();
      if (title === 'Today' || title === 'True retention') continue;
      const sentence = one.getByRole('img').getAttribute('aria-label');
      expect(sentence).toMatch(/\d.*\.$/);
      await user.click(one.getByRole('button', { name: 'Show as table' }));
      expect(one.getAllByRole('row').length).toBeGreaterThan(1);
      expect(one.getByRole('slider', { name: `${title}, one by one` })).toBeInTheDocument();
    }
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('give no percentage of fewer than 30 answers', async () => {
    await study(2);
    show();
    await filled();
    const retention = figure('True retention');
    expect(retention.getByText('Not enough data yet: 16 of 30 answers')).toBeVisible();
    expect(retention.getAllByText('not enough data yet')).toHaveLength(18);
    expect(figure('Answer buttons').getByRole('img').textContent).toContain(
      'Not enough data yet: 16 of 30 answers',
    );
    expect(figure('Hours').getByRole('img').textContent).toContain('No hour has 30 answers yet');
    const shares = [...document.querySelectorAll('.retention-table, svg')].map(
      (one) => one.textContent,
    );
    // What is predicted of the cards as they are is no share of answers.
    expect(
      shares.filter((words) => words?.includes('%') && !/median|right, %/.test(words)),
    ).toEqual([]);
  });

  it('say what was recalled, with the interval, once there are 30', async () => {
    await study(5);
    show();
    await filled();
    // 35 of 40: wilson has 73.9 to 94.5.
    const cell = figure('True retention').getAllByRole('row').at(-1);
    expect(cell).toHaveTextContent(
      'All time88% 74–95 n = 40not enough data yet n = 088% 74–95 n = 40',
    );
    expect(
      figure('True retention').getByText(/^In 30 days, 88% \(74–95\) of 40 answers/),
    ).toBeVisible();
  });

  it('are asked anew of another period and other cards, and the address leads back to it', async () => {
    await study(5);
    await answer(CARDS[7] ?? '', 60);
    const user = show();
    await filled();
    const cards = (count: number) =>
      waitFor(() =>
        expect(figure('Card counts').getByRole('img')).toHaveAccessibleName(
          new RegExp(`^${count} cards`),
        ),
      );
    await cards(8);
    expect(figure('Reviews').getByRole('img')).toHaveAccessibleName(/^49 answers/);
    await user.click(screen.getByRole('radio', { name: '30 days' }));
    await waitFor(() =>
      expect(figure('Reviews').getByRole('img')).toHaveAccessibleName(/^48 answers/),
    );
    await user.click(screen.getByRole('button', { name: /^Which cards/ }));
    await user.click(screen.getByRole('button', { name: 'Parts of Chapter one' }));
    await user.click(screen.getByRole('checkbox', { name: /beta/ }));
    await cards(4);
    expect(screen.getByRole('button', { name: /^Which cards\s*alpha/ })).toBeVisible();
    expect(window.location.hash).toBe('#/statistics?concepts=tiny%2Falpha&days=30');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of note' }), 'gaps');
    expect(await screen.findByText('None of these cards has been answered yet.')).toBeVisible();
  });

  it('begin with what the address asks', async () => {
    await study(1);
    show('/statistics?concepts=tiny%2Fbeta&days=all&kind=nonsense');
    await filled();
    expect(screen.getByRole('radio', { name: 'All' })).toBeChecked();
    expect(figure('Card counts').getByRole('img')).toHaveAccessibleName(/^4 cards/);
  });

  it('follow what is answered meanwhile', async () => {
    await study(1);
    show();
    await filled();
    expect(figure('Today').getByText('Nothing answered today.')).toBeVisible();
    await answer(CARDS[0] ?? '', 0);
    expect(await figure('Today').findByText('1 answer: 1 young.')).toBeVisible();
  });

  it('count, or take the time', async () => {
    await study(2);
    const user = show();
    await filled();
    await user.click(figure('Reviews').getByRole('radio', { name: 'Time' }));
    expect(figure('Reviews').getByRole('img')).toHaveAccessibleName(
      '2 min for 24 answers: 5 s each.',
    );
  });

  it('hand out a table with numbers as numbers, and a picture that stands by itself', async () => {
    const files: [string, Blob][] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) files.push(['', blob]);
      return 'blob:x';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await study(1);
    const user = show();
    await filled();
    await user.click(figure('Card counts').getByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => expect(files).toHaveLength(1));
    expect(click.mock.contexts[0]).toHaveAttribute('download', 'Card counts.csv');
    const bytes = new Uint8Array(await (files[0]?.[1] ?? new Blob()).arrayBuffer());
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      'State,Cards\r\nmature,0\r\nyoung,8\r\nrelearning,0\r\nlearning,0\r\nnew,0\r\nburied,0\r\nsuspended,0\r\n',
    );
    await user.click(figure('Card counts').getByRole('button', { name: 'Save as SVG' }));
    await waitFor(() => expect(files).toHaveLength(2));
    expect(await files[1]?.[1].text()).toContain('<title>8 cards, 8 of them begun.</title>');
    await user.click(figure('True retention').getByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => expect(files).toHaveLength(3));
    expect(await files[2]?.[1].text()).toMatch(/\r\nAll time,7,8,,,,0,0,,,,7,8,,,\r\n$/);
  });

  it('say so while nothing was ever answered', async () => {
    show();
    expect(await screen.findByText(/^Nothing has been answered yet\./)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Start review' })).toHaveAttribute('href', '#/review');
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  });

  it('say what went wrong, and try again', async () => {
    let tries = 0;
    environment = {
      ...environment,
      openStatistics: (store) => {
        const away = openStatistics(store);
        return {
          ...away,
          figures: (...question) => {
            tries += 1;
            if (tries === 1) return Promise.reject(new StoreError('failed'));
            return away.figures(...question);
          },
        };
      },
    };
    await study(1);
    const user = show();
    expect(await screen.findByRole('alert')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(figure('Reviews').getByRole('img')).toBeVisible());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('end their worker when they are left', () => {
    const close = vi.fn();
    environment = {
      ...environment,
      openStatistics: () => ({ figures: () => new Promise(() => {}), close }),
    };
    window.location.hash = '/statistics';
    const { unmount } = render(
      <Router {...hashRouting}>
        <EnvironmentProvider value={environment}>
          <StatisticsScreen />
        </EnvironmentProvider>
      </Router>,
    );
    unmount();
    expect(close).toHaveBeenCalledOnce();
  });
});
