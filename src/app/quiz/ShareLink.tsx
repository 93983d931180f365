import { useState } from 'react';
import type { QuizBegun } from '../../domain/event.ts';
import { linkOf } from '../../domain/quiz/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { hrefOf, routes } from '../routes.ts';

/** Where the same quiz can be begun, within the app; null for one that no link can hold. */
export function linkAddress({ seed, questions, decks }: QuizBegun): string | null {
  try {
    const link = linkOf({ seed, questions, decks });
    return link === null ? null : `${hrefOf(routes.quizzes)}?q=${link}`;
  } catch {
    // A quiz restored from a backup may have any seed.
    return null;
  }
}

/** Copies the address of a quiz; where the browser forbids it, shows it to be copied by hand. */
export function ShareLink({ address }: { readonly address: string }) {
  const { quiz } = useQuizMessages();
  const [came, setCame] = useState<'copied' | 'forbidden' | null>(null);
  const whole = new URL(address, window.location.href).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(whole);
      setCame('copied');
    } catch {
      setCame('forbidden');
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        {quiz.share}
      </Button>
      <output className="secondary">{came === 'copied' ? quiz.copied : null}</output>
      {came === 'forbidden' ? (
        <Field label={quiz.link} hint={quiz.notCopied}>
          {(control) => (
            <input
              {...control}
              className="input"
              readOnly
              value={whole}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}
