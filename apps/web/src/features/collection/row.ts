import type { listData, showDatum } from '@quanheng/contract/datum'
import type { ReplyOf } from '@quanheng/contract/route'
import type { TypedElement } from '@quanheng/domain/datum/typed-value'

export type DatumRow = ReplyOf<typeof listData>['rows'][number]
export type ShownDatum = ReplyOf<typeof showDatum>
export type Version = ShownDatum['versions'][number]
export type Release = Version['release']

/** What the domain's reader of typed values needs to know. */
export const elementOf = ({ element }: Pick<DatumRow, 'element'>): TypedElement => ({
  type: element.type,
  unit: element.unit,
  ...(element.entries && { entries: element.entries }),
})
