import { isLocalDate } from '../kernel/local-date.ts'
import { normaliseName } from '../kernel/normalise.ts'
import { limits } from '../plan/limits.ts'
import type { BasisDocument, PlanDocument } from '../plan/model.ts'
import { type DraftMeans, keyOf, type Part, uniqueKeys } from './draft-parts.ts'
import type { FieldName } from './model.ts'

/** 公文信息, with the text that every clause points into. */
export const draftDocument = (means: DraftMeans): Part<PlanDocument> => {
  const one = (name: FieldName) => means.rows.flatMap((row) => (row.row.part === 'document' ? row.all(name) : [])).at(0)
  const [number, date] = [one('documentNumber'), one('documentDate')]
  const addressees = means.rows.flatMap((row) => (row.row.part === 'document' ? row.all('addressee') : []))
  const dated = date !== undefined && isLocalDate(date.value)
  return {
    value: {
      ...(number && { number: number.value }),
      ...(dated && { date: date.value }),
      addressees: addressees.map(({ value }) => value),
      ...(means.signs.length <= limits.text && { text: means.signs.join('') }),
    },
    sources: [
      ...(number ? [['document.number', number.id] as const] : []),
      ...(dated ? [['document.date', date.id] as const] : []),
      ...addressees.map(({ id }, at) => [`document.addressees[${at}]`, id] as const),
    ],
    notes: [],
  }
}

/** 依据文件和附件: papers that are named are missing until somebody adds them; an annex in the same file is there. */
export const draftBases = (means: DraftMeans): Part<readonly BasisDocument[]> => {
  const unique = uniqueKeys()
  const rows = means.rows.filter(({ row: { part } }) => part === 'bases')
  const drafts = rows.flatMap((row) => {
    const title = row.one('basis') ?? row.one('attachment')
    if (!title) return []
    const annex = Number(row.one('attachmentNumber')?.value ?? '')
    const number = row.one('documentNumber')
    const key = unique(keyOf(title.name === 'attachment' ? 'a' : 'b', [normaliseName(title.value)]))
    const value: BasisDocument = {
      key,
      title: title.value,
      ...(number && { documentNumber: number.value }),
      ...(title.name === 'attachment' && Number.isInteger(annex) && annex > 0 && annex <= 1000 && { annex }),
      file: row.row.present ? { kind: 'present', ...means.file } : { kind: 'missing' },
    }
    return [{ value, title, number }]
  })
  return {
    value: drafts.map(({ value }) => value),
    sources: drafts.flatMap(({ value: { key }, title, number }) => [
      [`bases[${key}].title`, title.id] as const,
      ...(number ? [[`bases[${key}].documentNumber`, number.id] as const] : []),
    ]),
    notes: [],
  }
}
