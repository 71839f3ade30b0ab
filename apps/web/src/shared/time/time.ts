import { currentLanguage } from '../i18n/language.ts'

const zone = 'Asia/Shanghai'

const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(currentLanguage(), { timeZone: zone, hourCycle: 'h23', ...options })

/** `2025-01-05` as `2025年1月5日`, the form of official papers. */
export const sayDay = (day: string): string =>
  parts({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** An instant of the log as `2025-01-05 17:40`, in Beijing time wherever the reader is. */
export const sayMoment = (instant: string | number | Date): string => {
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return at.format(new Date(instant))
}

/** Only the hour and minute, `17:40`. */
export const sayClock = (instant: string | number | Date): string => sayMoment(instant).slice(-5)
