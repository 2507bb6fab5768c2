import {
  type CalendarDate,
  type CalendarDateTime,
  parseDate,
  parseDateTime,
  toCalendarDate,
  toCalendarDateTime,
} from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateField,
  DateSegment,
  type DateValue,
  Heading,
  I18nProvider,
  Button as Plain,
  DateInput as Segments,
} from 'react-aria-components';
import { useFormats, useText } from '../text/use-text';
import { Button } from './button';
import { Popover } from './popover';

interface Props {
  label: string;
  /** A day, `YYYY-MM-DD`, or with a time, `YYYY-MM-DDTHH:MM`; anything else is shown as none. */
  value: string;
  /** Called with a whole one, or with nothing when it was cleared. */
  onChange: (value: string) => void;
  withTime?: boolean;
}

/** A day, with a time of day if asked for, in the order of the window's language: the browser's own field has that of the browser. */
export function DateInput({ label, value, onChange, withTime = false }: Props) {
  const t = useText();
  const { locale } = useFormats();
  const [open, setOpen] = useState(false);
  const shown = read(value, withTime);
  const take = (date: DateValue | null) => onChange(date === null ? '' : written(date, withTime));
  const pick = (day: CalendarDate) => {
    setOpen(false);
    take(withTime && shown ? toCalendarDateTime(day, shown as CalendarDateTime) : withTime ? toCalendarDateTime(day) : day);
  };
  return (
    <I18nProvider locale={locale}>
      <div className="input date-input">
        <DateField
          aria-label={label}
          value={shown}
          onChange={take}
          granularity={withTime ? 'minute' : 'day'}
          hourCycle={24}
          shouldForceLeadingZeros
        >
          <Segments>{(segment) => <DateSegment segment={segment} />}</Segments>
        </DateField>
        <Popover
          label={t.common.calendar}
          open={open}
          onOpen={setOpen}
          trigger={<Button label={`${label}: ${t.common.calendar}`} icon={CalendarDays} iconOnly look="plain" size="small" />}
        >
          <Calendar aria-label={label} value={shown && toCalendarDate(shown)} onChange={pick} autoFocus firstDayOfWeek="mon">
            <header>
              <Plain slot="previous">
                <ChevronLeft aria-hidden />
              </Plain>
              <Heading />
              <Plain slot="next">
                <ChevronRight aria-hidden />
              </Plain>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} />}</CalendarGrid>
          </Calendar>
        </Popover>
      </div>
    </I18nProvider>
  );
}

function read(value: string, withTime: boolean): CalendarDate | CalendarDateTime | null {
  try {
    return withTime ? parseDateTime(value) : parseDate(value);
  } catch {
    return null;
  }
}

function written(date: DateValue, withTime: boolean): string {
  return date.toString().slice(0, withTime ? 16 : 10);
}
