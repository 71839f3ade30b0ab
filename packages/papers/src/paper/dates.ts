import { type LocalDate, printDate } from '@quanheng/domain/kernel/local-date'

/**
 * A day as an official paper prints it, 2025年1月5日 (GB/T 9704-2012, 7.3.5.4); without a day, the blanks to write one in.
 * Throws a RangeError for anything but a real `YYYY-MM-DD`.
 */
export const sayDay = (day: LocalDate | undefined): string =>
  day === undefined ? '\u3000\u3000年\u3000月\u3000日' : printDate(day)
