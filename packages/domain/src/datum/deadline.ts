import type { DatumSource } from '../plan/model.ts'
import type { Datum } from './model.ts'

/** The last day on which the figure is in time: the plan's `due`, or a later one that the figure was given. */
export const dueDayOf = ({ extension }: Pick<Datum, 'extension'>, due: string): string =>
  extension && extension.until > due ? extension.until : due

/** Asked of another body than the one that scores; a section that scores asks itself for nothing. */
const outside: readonly DatumSource['kind'][] = ['appraisedUnit', 'provider']

/**
 * 逾期锁定: past its day, a figure asked of a unit or a data provider is entered after an agreed 补报 only. What a new version of the
 * plan sent back has no day of its own and stays open.
 */
export const isLocked = (
  { state, source, extension }: Pick<Datum, 'state' | 'source' | 'extension'>,
  due: string,
  today: string,
): boolean =>
  outside.includes(source.kind) &&
  (state === 'notReported' || state === 'drafting' || (state === 'returned' && extension !== undefined)) &&
  today > dueDayOf({ ...(extension && { extension }) }, due)
