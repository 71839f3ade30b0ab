import type { Datum, DatumVersion } from './model.ts'

/** What a score sheet cites and a signature covers: the version with what it is a figure of. */
export const canonicalDatumVersion = (datum: Datum, version: DatumVersion) => ({
  v: 1,
  noun: 'datumVersion',
  datumId: datum.id,
  elementKey: datum.elementKey,
  unitId: datum.unitId,
  period: datum.period,
  ...version,
})

/** The whole datum, for the digests of an act's `before` and `after`. */
export const canonicalDatum = (datum: Datum) => ({ v: 1, noun: 'datum', ...datum })
