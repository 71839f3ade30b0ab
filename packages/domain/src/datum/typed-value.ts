import { halfWidth } from '../kernel/normalise.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { DataElement } from '../plan/model.ts'
import type { DatumErrorCode } from './errors.ts'
import type { DatumValue } from './model.ts'
import { readValue } from './value.ts'

/** What an element must say of itself for a typed text to be read. */
export type TypedElement = Pick<DataElement, 'type' | 'unit' | 'entries'>

type Code = DatumErrorCode | 'datum.notYesNo'

/** The word for a unit that has no such work this year, in tables and forms. */
export const notConcernedText = '不涉及'

export const yesText = '是'
export const noText = '否'

const yes: readonly string[] = [yesText, '达标', '已完成', '完成', '√']
const no: readonly string[] = [noText, '未达标', '未完成', '×']
/** A checklist of which nothing is met, written out so that a blank stays a blank. */
const none = '无'

const entryTexts = (text: string): readonly string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const raw = (element: TypedElement, text: string): Result<DatumValue, DomainError<Code>> => {
  if (text === notConcernedText) return ok({ kind: 'notConcerned' })
  switch (element.type) {
    case 'quantity':
      return ok({ kind: 'quantity', value: text })
    case 'count':
      return ok({ kind: 'count', n: text })
    case 'judgement':
      return ok({ kind: 'judgement', points: text })
    case 'fact':
      if (yes.includes(text)) return ok({ kind: 'fact', met: true })
      return no.includes(text) ? ok({ kind: 'fact', met: false }) : refuse('datum.notYesNo', { params: { text } })
    case 'checklist': {
      const entries = element.entries ?? []
      const ticked = text === none ? [] : entryTexts(text)
      const keys = ticked.map((name) => entries.find((entry) => halfWidth(entry.name) === halfWidth(name))?.key)
      const unknown = ticked.find((_, index) => keys[index] === undefined)
      if (unknown !== undefined) return refuse('datum.unknownEntry', { at: 'value', params: { entry: unknown } })
      return ok({ kind: 'checklist', ticked: keys.filter((key) => key !== undefined) })
    }
  }
}

/**
 * What a person typed or pasted into one cell, as the value the element asks for: figures normalised, 是/否, entries by name
 * with 、 between them, 不涉及 for every element. A blank is no value and is not read here.
 */
export const readTyped = (element: TypedElement, text: string): Result<DatumValue, DomainError<Code>> => {
  const value = raw(element, text.trim())
  return value.ok ? readValue(element as DataElement, value.value) : value
}

/** The text that `readTyped` reads back as the same value. */
export const typedText = (element: TypedElement, value: DatumValue): string => {
  switch (value.kind) {
    case 'quantity':
      return value.value
    case 'count':
      return value.n
    case 'judgement':
      return value.points
    case 'fact':
      return value.met ? yesText : noText
    case 'notConcerned':
      return notConcernedText
    case 'checklist': {
      const names = new Map((element.entries ?? []).map((entry) => [entry.key, entry.name]))
      return value.ticked.length === 0 ? none : value.ticked.map((key) => names.get(key) ?? key).join('、')
    }
  }
}
