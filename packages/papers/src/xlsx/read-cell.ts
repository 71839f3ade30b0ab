import { parseExact, printExact } from '@quanheng/domain/kernel/exact'
import { isLocalDate } from '@quanheng/domain/kernel/local-date'
import { codePointLength, halfWidth, normaliseText } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type ExcelJS from 'exceljs'
import type { TableError } from './codes.ts'
import type { TableColumn } from './model.ts'
import { decimalOf, percentOf } from './number.ts'

type Read = Result<string | undefined, TableError>

const no = (code: TableError['code'], params?: Record<string, string>): Read =>
  refuse<TableError['code']>(code, params ? { params } : {})

/** What a cell holds once rich text and links are only text. */
function flat(
  value: ExcelJS.CellValue,
): string | number | boolean | Date | undefined | { readonly code: 'formula' | 'error'; readonly text: string } {
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'object' || value instanceof Date) return value
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('formula' in value || 'sharedFormula' in value) return { code: 'formula', text: '' }
  if ('error' in value) return { code: 'error', text: String(value.error) }
  return 'text' in value ? String(value.text) : undefined
}

/** 2025-1-5, 2025/1/5, 2025.1.5, 2025年1月5日, in digits of either width. */
function dayOf(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(halfWidth(text).replaceAll(' ', ''))
  const [, year, month = '', day = ''] = match ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return match && isLocalDate(iso) ? iso : undefined
}

function fromNumber(column: TableColumn, value: number, numFmt: string | undefined): Read {
  if (column.kind === 'date') return no('table.notDate', { text: decimalOf(value) })
  const shown = numFmt?.includes('%') ?? false
  if (column.kind === 'quantity') {
    if (!shown) return ok(decimalOf(value))
    return column.unit === '%' ? ok(percentOf(value)) : no('quantity.percent', { text: `${percentOf(value)}%` })
  }
  if (Math.abs(value) >= 1e15) return no('table.digitsLost', { text: decimalOf(value) })
  return fromText(column, shown ? `${percentOf(value)}%` : decimalOf(value))
}

function fromText(column: TableColumn, raw: string): Read {
  const text = normaliseText(raw).trim()
  if (text === '') return ok(undefined)
  const limit = column.maxLength ?? 2_000
  if (codePointLength(text) > limit) return no('table.tooLong', { limit: String(limit) })
  if (column.kind === 'quantity') {
    // A value without end, as our own exports write it; nobody types one, so the domain's reader of typed figures refuses it.
    const fraction = /^-?\d+\/\d+$/.test(text) ? parseExact(text) : undefined
    if (fraction?.ok) return ok(printExact(fraction.value))
    const read = readQuantity(text, column.unit === undefined ? {} : { unit: column.unit })
    return read.ok ? ok(read.value) : { ok: false, error: read.error }
  }
  if (column.kind === 'date') {
    const day = dayOf(text)
    return day ? ok(day) : no('table.notDate', { text })
  }
  if (column.kind === 'choice' && column.choices) {
    const choice = column.choices.find((each) => each === text || halfWidth(each) === halfWidth(text))
    return choice === undefined ? no('table.notChoice', { text }) : ok(choice)
  }
  // What a spreadsheet makes of a long code when it saves it as .csv.
  if (/^\d(?:\.\d+)?E\+(?:1[1-9]|[2-9]\d)$/.test(text)) return no('table.digitsLost', { text })
  return ok(text)
}

function fromDate(column: TableColumn, value: Date): Read {
  if (Number.isNaN(value.getTime())) return no('table.notDate', { text: '' })
  const iso = value.toISOString().slice(0, 10)
  return column.kind === 'date' && isLocalDate(iso) ? ok(iso) : no('table.isDate', { text: iso })
}

/**
 * A cell as its column wants it: exact string, `YYYY-MM-DD`, the choice as declared, or trimmed text; undefined for blank.
 * Formulas and error values are refused, since what they show may change without anyone's hand.
 */
export function readCell(
  column: TableColumn,
  cell: { readonly value: ExcelJS.CellValue; readonly numFmt?: string | undefined },
): Read {
  const value = flat(cell.value)
  if (value === undefined) return ok(undefined)
  if (typeof value === 'string') return fromText(column, value)
  if (typeof value === 'number') return fromNumber(column, value, cell.numFmt)
  if (typeof value === 'boolean') return no('table.isTruth')
  if (value instanceof Date) return fromDate(column, value)
  return value.code === 'formula' ? no('table.formula') : no('table.errorValue', { text: value.text })
}
