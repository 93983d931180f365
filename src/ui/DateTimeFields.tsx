import { Field } from './Field.tsx';
import type { FieldText } from './Field.tsx';
import './DateTimeFields.css';

export interface DateTimeFieldsProps extends FieldText {
  /** As YYYY-MM-DD; empty for none. */
  readonly date: string;
  /** As HH:MM; empty for none. */
  readonly time: string;
  readonly onDate: (date: string) => void;
  readonly onTime: (time: string) => void;
  /** Name of the second field; the first goes by the label of both. */
  readonly timeName: string;
  /** Earliest date, as YYYY-MM-DD. */
  readonly min?: string | undefined;
}

/** A date and a time of day, in the browser's own fields. */
export function DateTimeFields(props: DateTimeFieldsProps) {
  const { label, hint, error, date, time, onDate, onTime, timeName, min } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, ...described }) => (
        <span className="date-time">
          <input
            {...described}
            id={id}
            className="input"
            type="date"
            value={date}
            min={min}
            onChange={(event) => onDate(event.target.value)}
          />
          <input
            {...described}
            className="input"
            type="time"
            value={time}
            aria-label={timeName}
            onChange={(event) => onTime(event.target.value)}
          />
        </span>
      )}
    </Field>
  );
}
