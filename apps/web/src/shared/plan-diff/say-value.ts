import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Words that a plan stores as codes: posts, kinds of figures, sources, duties. */
const vocabularies = ['post', 'elementType', 'dataSource', 'supporterDuty'] as const

const codeWord = (text: string): string | undefined => {
  const known = vocabularies.find((vocabulary) => Object.hasOwn(zhCNLabels[vocabulary], text))
  return known && word(known, text as never)
}

/** A value of a plan for its reader: targets and texts as they are, ids as names, codes as words, the rest as plain lines. */
export const sayValue = (value: unknown, nameOf: (id: string) => string): string => {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'string') return nameOf(value) || codeWord(value) || value
  if (typeof value === 'boolean') return value ? t('是') : t('否')
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map((item) => sayValue(item, nameOf)).join('、')
  if (!isRow(value)) return ''
  if (value.kind === 'set') return sayValue(value.value, nameOf)
  if (value.kind === 'pending') return t('待上级下达')
  if (typeof value.text === 'string' && 'rule' in value) return value.text
  return Object.entries(value)
    .filter(([key]) => key !== 'key' && key !== 'kind' && key !== 'v')
    .map(([, member]) => sayValue(member, nameOf))
    .filter((text) => text !== '—')
    .join(' ')
}
