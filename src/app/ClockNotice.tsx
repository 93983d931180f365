import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { trustClock, type ClockDoubt } from './clockDoubt.ts';
import { useMessages } from './messages/useMessages.ts';

/** Asks whether the clock is right. */
export function ClockNotice({ doubt }: { readonly doubt: ClockDoubt }) {
  const { trouble } = useMessages();
  const words = doubt === 'behind' ? trouble.clockBehind : trouble.clockAhead;
  return (
    <Notice
      title={words.title}
      actions={<Button onClick={trustClock}>{trouble.clockIsRight}</Button>}
    >
      {words.body}
    </Notice>
  );
}
