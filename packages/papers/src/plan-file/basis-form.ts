import type { Basis } from '@quanheng/domain/kernel/basis'
import { type Form, type JsonSchema, orShort, text } from './form.ts'
import { needed, optional, variants } from './record.ts'

const unconfirmed = '默认'

/** `依据: 四（二）` is a clause of the plan's own notice, `依据: 默认` nobody's yet. */
const writtenBasis: Form<Basis> = orShort(
  variants<'kind', Basis>('kind', '来源', {
    clause: [
      '条款',
      { document: optional('文件', text), article: needed('条款号', text), text: optional('原文', text) },
    ],
    interpretation: ['解释', { by: needed('解释人', text), on: needed('日期', text), reason: needed('理由', text) }],
    default: [unconfirmed, {}],
  }),
  {
    read: (word) => (word === unconfirmed ? { kind: 'default' } : { kind: 'clause', article: word }),
    write: (basis) => {
      if (basis.kind === 'default') return unconfirmed
      const plain = basis.kind === 'clause' && basis.document === undefined && basis.text === undefined
      return plain && basis.article !== unconfirmed ? basis.article : undefined
    },
  },
)

/** Nearly every row has one: the schema says it once. */
export const basisDefinition: JsonSchema = { 依据: writtenBasis.schema }

export const basisForm: Form<Basis> = { ...writtenBasis, schema: { $ref: '#/$defs/依据' } }

/** Left out of a file where nobody has said what a value rests on. */
export const noBasis: Basis = { kind: 'default' }
