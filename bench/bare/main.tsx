/** The least a page of these libraries can do: one card out of a database, and the curve beside it. */
import Dexie, { type Table } from 'dexie';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetting_curve, default_w } from 'ts-fsrs';
import { registerSW } from 'virtual:pwa-register';
import { create } from 'zustand';

interface OneCard {
  readonly id: string;
  readonly ask: string;
  readonly stability: number;
}

class Cards extends Dexie {
  readonly cards!: Table<OneCard, string>;
  constructor() {
    super('bare');
    this.version(1).stores({ cards: 'id' });
  }
}

const useShown = create<{ readonly card: OneCard | null }>(() => ({ card: null }));

async function load(): Promise<void> {
  const db = new Cards();
  const card = await db.cards.get('one');
  if (card) {
    useShown.setState({ card });
    return;
  }
  const first = { id: 'one', ask: 'What does a bare page cost?', stability: 10 };
  await db.cards.put(first);
  useShown.setState({ card: first });
}

function Page() {
  const card = useShown((shown) => shown.card);
  useEffect(() => void load(), []);
  if (!card) return null;
  return (
    <article>
      <h1 id={`ask:${card.id}`}>{card.ask}</h1>
      <p>{forgetting_curve(default_w, 3, card.stability)}</p>
    </article>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('Inconsistent: index.html has no #root');
createRoot(root).render(<Page />);
registerSW({ immediate: true });
