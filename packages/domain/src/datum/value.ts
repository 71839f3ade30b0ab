import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DataElement } from '../plan/model.ts'
import type { DatumError } from './errors.ts'
import type { DatumValue } from './model.ts'

const exact = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9]|\/[1-9]\d*)?$/
const whole = /^(?:0|[1-9]\d*)$/

/** Whether a value is of the kind that its element asks for, in exact form, naming only entries that exist. */
export const checkValue = (element: DataElement, value: DatumValue): Result<DatumValue, DatumError> => {
  if (value.kind !== element.type) {
    return refuse('datum.wrongKind', { at: 'value', params: { expected: element.type, found: value.kind } })
  }
  switch (value.kind) {
    case 'quantity':
      return checkText(value, exact, value.value, 'datum.notExact')
    case 'count':
      return checkText(value, whole, value.value, 'datum.notWhole')
    case 'checklist':
      return checkEntries(element, value.done)
    case 'judgement':
      return value.by === 'marks' ? checkText(value, exact, value.marks, 'datum.notExact') : ok(value)
    case 'fact':
      return ok(value)
  }
}

const checkText = (
  value: DatumValue,
  form: RegExp,
  text: string,
  code: 'datum.notExact' | 'datum.notWhole',
): Result<DatumValue, DatumError> => (form.test(text) ? ok(value) : refuse(code, { at: 'value', params: { text } }))

/** Ticks in the order of the element's list and once each, so that equal answers are equal data. */
const checkEntries = (element: DataElement, done: readonly string[]): Result<DatumValue, DatumError> => {
  const keys = (element.entries ?? []).map((entry) => entry.key)
  const unknown = done.find((key) => !keys.includes(key))
  if (unknown !== undefined) return refuse('datum.unknownEntry', { at: 'value', params: { entry: unknown } })
  return ok({ kind: 'checklist', done: keys.filter((key) => done.includes(key)) })
}
