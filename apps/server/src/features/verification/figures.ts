import type { DatumValue } from '@quanheng/domain/datum/model'
import type { DataElement } from '@quanheng/domain/plan/model'

/** A proposed or stored value in words of its element. */
export const valueText = (value: DatumValue, element: DataElement | undefined): string => {
  switch (value.kind) {
    case 'quantity':
      return value.value
    case 'count':
      return value.n
    case 'judgement':
      return value.points
    case 'fact':
      return String(value.met)
    case 'checklist':
      return value.ticked.map((key) => element?.entries?.find((entry) => entry.key === key)?.name ?? key).join('、')
    case 'notConcerned':
      return ''
  }
}
