import type {
  CreditArithmetic,
  CreditClass,
  Gate,
  GateEffect,
  GradeArithmetic,
  GradeLines,
  GradeQuota,
  GradeQuotas,
  VetoArithmetic,
} from '@quanheng/domain/plan/year-arithmetic'
import { type Form, list, oneOf, orShort, text, yesNo } from './form.ts'
import { needed, optional, record, unless, variants } from './record.ts'

/** `加减分: 无`. */
export const none = <T extends object>(form: Form<T>): Form<T | 'none'> =>
  orShort<T | 'none'>(form as Form<T | 'none'>, {
    read: (word) => (word === '无' ? 'none' : undefined),
    write: (value) => (value === 'none' ? '无' : undefined),
  })

const effect = oneOf({ bonus: '加分', deduction: '扣分' })

export const creditsForm = record<CreditArithmetic>({
  bonusCap: unless('', '加分上限', text),
  deductionCap: unless('', '扣分上限', text),
  proof: unless('', '证明材料', text),
  classes: optional(
    '类别',
    list(
      record<CreditClass>({
        key: needed('编号', text),
        name: needed('名称', text),
        effect: needed('方向', effect),
        cap: unless('', '上限', text),
      }),
    ),
  ),
  bonusUse: optional('加分用途', oneOf({ total: '计入总分', tieBreak: '只比先后' })),
})

const gateEffectForm = variants<'kind', GateEffect>('kind', '后果', {
  nodeZero: ['指标不得分', { nodeKey: needed('指标', text) }],
  noBonus: ['取消加分', {}],
  unranked: ['不参加排名', {}],
  gradeAtMost: ['等次不高于', { grade: needed('等次', text) }],
  gradeIs: ['定为等次', { grade: needed('等次', text) }],
})

export const vetoForm = record<VetoArithmetic>({
  scope: unless('', '范围', text),
  effect: unless('', '效力', text),
  gates: optional(
    '事项',
    list(
      record<Gate>({
        key: needed('编号', text),
        name: needed('名称', text),
        factSource: unless('', '认定机关', text),
        effect: needed('处理', gateEffectForm),
      }),
    ),
  ),
})

const quotaForm = record<GradeQuota>({
  name: needed('等次', text),
  percent: needed('比例', text),
  from: optional('最低分', text),
})

export const gradesForm = variants<'by', GradeArithmetic>('by', '办法', {
  lines: [
    '分数线',
    {
      lines: needed(
        '等次线',
        list(record<GradeLines['lines'][number]>({ name: needed('等次', text), from: needed('最低分', text) })),
      ),
    },
  ],
  quotas: [
    '比例',
    {
      quotas: needed('比例表', list(quotaForm)),
      rest: needed('其余', text),
      places: needed('名额取整', oneOf({ floor: '舍去', halfUp: '四舍五入', ceil: '进一' })),
      atLeastOne: needed('至少一名', yesNo),
      tieAtCut: optional('并列跨线', oneOf({ includeAll: '都评', excludeAll: '都不评', stop: '由人决定' })),
      barred: optional(
        '受限单位',
        record<NonNullable<GradeQuotas['barred']>>({
          base: needed('基数', oneOf({ counted: '计入', notCounted: '不计入' })),
          place: needed('名额', oneOf({ freed: '递补', kept: '不递补' })),
        }),
      ),
      unused: optional('剩余名额', oneOf({ passOn: '转下一等次', lapse: '作废' })),
      failing: optional(
        '不合格',
        record<NonNullable<GradeQuotas['failing']>>({ name: needed('等次', text), below: needed('低于', text) }),
      ),
    },
  ],
})
