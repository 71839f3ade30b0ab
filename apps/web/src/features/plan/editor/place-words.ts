import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { RefusedError } from '../../../shared/api/refused.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'

type Part = keyof typeof zhCNLabels.planPart
type Field = keyof typeof zhCNLabels.planField

const isPart = (text: string): text is Part => Object.hasOwn(zhCNLabels.planPart, text)
const isField = (text: string): text is Field => Object.hasOwn(zhCNLabels.planField, text)

/** The longest beginning of a path that has a word: `scoring.card.unit` is a member of 指标卡片. */
const fieldIn = (path: readonly string[]): string => {
  const known = path.map((_, at) => path.slice(0, path.length - at).join('.')).find(isField)
  return known === undefined ? '' : word('planField', known)
}

/** A place in the content of a plan as its pages call it: `parts.indicators.3.name` is the name in the fourth row of 指标体系. */
export const placeWords = (path: string): string => {
  const [, part = '', row = '', ...rest] = path.split('.')
  if (!isPart(part)) return path
  const isRow = /^\d+$/.test(row)
  const field = fieldIn(isRow ? rest : [row, ...rest])
  const at = isRow ? t('第{{number}}行', { number: Number(row) + 1 }) : ''
  return [word('planPart', part), at, field].filter(Boolean).join(' ')
}

/** A refusal of what was typed into a plan, with the places called by the names on the pages. */
export const inWords = (refusal: RefusedError): RefusedError => {
  const places = refusal.details.filter(({ at }) => at?.startsWith('body.parts.'))
  if (places.length === 0) return refusal
  return new RefusedError(refusal.status, {
    code: refusal.code as never,
    message: t('有 {{count}} 处不合要求，改好后再保存；已填写的内容没有丢失。', { count: refusal.details.length }),
    details: refusal.details.map(({ at, message }) => {
      const path = at?.replace(/^body\./, '') ?? ''
      return { at, message: message.replace(path, placeWords(path)) }
    }),
  })
}
