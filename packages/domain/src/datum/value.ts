import { readQuantity } from '../kernel/quantity.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DataElement } from '../plan/model.ts'
import type { DatumError } from './errors.ts'
import type { DatumValue } from './model.ts'

/**
 * A value as its element asks for it: figures normalised to exact text (`１２` → `12`, `10%` → `10` where the unit is %),
 * ticks in the order of the list and once each, so that equal answers are equal data. 不涉及 fits every element.
 */
export const readValue = (element: DataElement, value: DatumValue): Result<DatumValue, DatumError> => {
  if (value.kind === 'notConcerned') return ok(value)
  if (value.kind !== element.type) {
    return refuse('datum.wrongKind', { at: 'value', params: { expected: element.type, found: value.kind } })
  }
  switch (value.kind) {
    case 'quantity':
      return mapped(readFigure(value.value, element.unit), (text) => ({ kind: 'quantity', value: text }))
    case 'count':
      return mapped(readCount(value.n, element.unit), (n) => ({ kind: 'count', n }))
    case 'judgement':
      return mapped(readFigure(value.points, element.unit), (points) => ({ kind: 'judgement', points }))
    case 'checklist':
      return mapped(readTicks(element, value.ticked), (ticked) => ({ kind: 'checklist', ticked }))
    case 'fact':
      return ok(value)
  }
}

const mapped = <T>(read: Result<T, DatumError>, build: (value: T) => DatumValue): Result<DatumValue, DatumError> =>
  read.ok ? ok(build(read.value)) : read

const readFigure = (text: string, unit: string): Result<string, DatumError> => {
  const read = readQuantity(text, { unit })
  return read.ok ? read : refuse(read.error.code, { ...read.error, at: 'value' })
}

const readCount = (text: string, unit: string): Result<string, DatumError> => {
  const read = readFigure(text, unit)
  if (!read.ok || /^\d+$/.test(read.value)) return read
  return refuse('datum.notWhole', { at: 'value', params: { text: read.value } })
}

const readTicks = (element: DataElement, ticked: readonly string[]): Result<readonly string[], DatumError> => {
  const keys = (element.entries ?? []).map((entry) => entry.key)
  const unknown = ticked.find((key) => !keys.includes(key))
  if (unknown !== undefined) return refuse('datum.unknownEntry', { at: 'value', params: { entry: unknown } })
  return ok(keys.filter((key) => ticked.includes(key)))
}
