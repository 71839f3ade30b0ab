import type { Basis } from '@quanheng/domain/kernel/basis'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { listed } from '../i18n/listed.ts'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'
import { sayBasis } from './say-basis.ts'

/** Name of a unit, section or person by its id, of a row by its place (`steps[collect]`); empty where none is known. */
export type NameOf = (idOrPlace: string) => string

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Members that hold codes, and which vocabulary has their words. */
const vocabularies = {
  type: 'elementType',
  duty: 'supporterDuty',
  posts: 'post',
  post: 'post',
  role: 'post',
  'steps.kind': 'stepKind',
  'approvalChain.kind': 'approvalStep',
  'source.kind': 'dataSource',
} as const

/** Members that hold keys of rows, and the part of the plan where those stand. */
const partsOfKeys: Readonly<Record<string, string>> = {
  needs: 'steps',
  parentKey: 'indicators',
  leafKey: 'indicators',
  nodeKey: 'indicators',
  elementKey: 'dataElements',
  awaits: 'bases',
}

/** Members that are for the machine: keys, versions, digests and what a value is made of. */
const silent: ReadonlySet<string> = new Set(['key', 'v', 'digest', 'planId', 'from'])

const codeWord = (holder: string, member: string, text: string): string | undefined => {
  const known = [`${holder}.${member}`, member].find((name) => Object.hasOwn(vocabularies, name))
  if (known === undefined) return undefined
  const vocabulary = vocabularies[known as keyof typeof vocabularies]
  return Object.hasOwn(zhCNLabels[vocabulary], text) ? word(vocabulary, text as never) : undefined
}

/** What stands for a whole value: targets, files, rules, bindings and bases have their own words. */
const ownWords = (member: string, value: Row, nameOf: NameOf): string | undefined => {
  if (member === 'basis') return sayBasis(value as Basis)
  if (member === 'given')
    return listed(
      'parts',
      Object.entries(value).map((pair) => pair.join(' ')),
    )
  if (value.kind === 'set') return String(value.value)
  if (value.kind === 'pending') return t('待上级下达')
  if (value.kind === 'present') return String(value.name)
  if (value.kind === 'missing') return t('暂缺')
  if (value.from === 'target') return t('{{input}}：{{from}}', { input: String(value.input), from: t('目标值') })
  if (value.from === 'element')
    return t('{{input}}：{{from}}', { input: String(value.input), from: nameOf(`dataElements[${value.elementKey}]`) })
  return typeof value.text === 'string' && 'rule' in value ? value.text : undefined
}

/**
 * A value of a plan for its reader: ids and keys as names, codes as words, the rest as plain lines. `member` is what holds it, `holder`
 * what holds that: a `kind` says one thing in a step and another in a source.
 */
export const sayValue = (value: unknown, member: string, nameOf: NameOf, holder = ''): string => {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'boolean') return value ? t('是') : t('否')
  if (typeof value === 'string') {
    const part = partsOfKeys[member]
    return (part ? nameOf(`${part}[${value}]`) : nameOf(value)) || codeWord(holder, member, value) || value
  }
  if (Array.isArray(value))
    return (
      listed(
        'words',
        value.map((item) => sayValue(item, member, nameOf, holder)),
      ) || '—'
    )
  if (!isRow(value)) return String(value)
  return (
    ownWords(member, value, nameOf) ??
    Object.entries(value)
      .filter(([key]) => !silent.has(key) && (key !== 'kind' || Object.hasOwn(vocabularies, `${member}.kind`)))
      .map(([key, inner]) => sayValue(inner, key, nameOf, member))
      .filter((text) => text !== '—')
      .join(' ')
  )
}
