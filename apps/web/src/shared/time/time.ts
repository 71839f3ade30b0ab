import { currentLanguage } from '../i18n/language.ts'

/** `2025-01-05` as `2025年1月5日`, the form of official papers. */
export const sayDay = (day: string): string =>
  new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** China keeps no summer time since 1991; arithmetic, since the first `Intl` format costs a page 30 ms. */
const beijing = 8 * 3_600_000

/** An instant of the log as `2025-01-05 17:40`, in Beijing time wherever the reader is. */
export const sayMoment = (instant: string | number | Date): string =>
  new Date(new Date(instant).getTime() + beijing).toISOString().slice(0, 16).replace('T', ' ')

/** Only the hour and minute, `17:40`. */
export const sayClock = (instant: string | number | Date): string => sayMoment(instant).slice(-5)
