import type { Offer } from '../../domain/grant.ts';
import type { Messages } from '../messages/en.ts';

/** When an offer brings the card back: short for a button, in words for a sentence. */
export function intervalOf(offer: Offer, messages: Messages): { short: string; words: string } {
  const { time } = messages;
  if (offer.phase !== 'review') {
    const wait = time.wait(offer.delay);
    return { short: wait, words: wait };
  }
  return { short: time.days(offer.terms.days), words: time.daysInWords(offer.terms.days) };
}
