import type { FigureEdit } from '@quanheng/contract/datum'
import type { DatumValue } from '@quanheng/domain/datum/model'
import { readTyped, typedText } from '@quanheng/domain/datum/typed-value'
import { message } from '../../shared/i18n/message.ts'
import { t } from '../../shared/i18n/t.ts'
import { type DatumRow, elementOf } from './row.ts'

/** What a person has typed for one figure and not yet reported. */
export type Edit = FigureEdit

export type Edits = Readonly<Record<string, Edit>>

export const blankEdit = (row: DatumRow): Edit => ({
  text: '',
  release: row.last?.release ?? 'final',
  asOf: row.last?.asOf ?? row.cutoff,
  reason: '',
  lateReason: '',
})

export const lastText = (row: DatumRow): string => (row.last ? typedText(elementOf(row), row.last.value) : '')

type Read = { readonly ok: true; readonly value: DatumValue } | { readonly ok: false; readonly fault: string }

const say = (code: string, params?: Readonly<Record<string, string>>): string => message(code, params)

/** The typed value by the rules that the server will apply again. */
export const readEdit = (row: DatumRow, edit: Edit): Read => {
  const read = readTyped(elementOf(row), edit.text)
  return read.ok ? { ok: true, value: read.value } : { ok: false, fault: say(read.error.code, read.error.params) }
}

/** A correction and 不涉及 are explained. */
export const needsReason = (row: DatumRow, edit: Edit): boolean => {
  const read = readTyped(elementOf(row), edit.text)
  return row.last !== null || (read.ok && read.value.kind === 'notConcerned')
}

/** What still stops this line; empty when it can be reported. */
export const faultsOf = (row: DatumRow, edit: Edit): readonly string[] => {
  const read = readEdit(row, edit)
  return [
    ...(read.ok ? [] : [read.fault]),
    ...(edit.asOf === '' ? [t('请填写数据截至日期。')] : []),
    ...(edit.asOf > row.cutoff ? [say('datum.afterCutoff', { asOf: edit.asOf, cutoff: row.cutoff })] : []),
    ...(row.overdue && edit.lateReason.trim() === '' ? [t('已超过报送期限，请填写逾期原因。')] : []),
    ...(needsReason(row, edit) && edit.reason.trim() === '' ? [t('请填写更正或不涉及的说明。')] : []),
  ]
}

/** One line of the command. Call it only where `faultsOf` is empty. */
export const lineOf = (row: DatumRow, edit: Edit) => {
  const read = readEdit(row, edit)
  if (!read.ok) throw new Error('an unreadable value was sent')
  return {
    datumId: row.id,
    version: row.version,
    value: read.value,
    release: edit.release,
    asOf: edit.asOf,
    ...(edit.reason.trim() !== '' && { reason: edit.reason.trim() }),
    ...(edit.lateReason.trim() !== '' && { lateReason: edit.lateReason.trim() }),
  }
}
