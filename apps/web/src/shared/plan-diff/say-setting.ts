import type { LightLimits } from '@quanheng/domain/milestone/light'
import {
  type AdjustmentWindow,
  objectionTerms,
  type PlanSettings,
  type SettingName,
} from '@quanheng/domain/plan/settings'
import type {
  CreditArithmetic,
  Gate,
  GradeArithmetic,
  TieBreaker,
  VetoArithmetic,
} from '@quanheng/domain/plan/year-arithmetic'
import { listed } from '../i18n/listed.ts'
import { t } from '../i18n/t.ts'
import {
  adjustmentDeciders,
  barredUnits,
  bonusUses,
  choices,
  creditEffects,
  gateEffects,
  labelIn,
  objectionDeciders,
  quotaPlaces,
  roundingModes,
  roundingStages,
  tiesAtCut,
  unusedPlaces,
} from './setting-words.ts'

/** Name of an indicator. */
type NameOf = (nodeKey: string) => string
type Values = { readonly [K in SettingName]-?: NonNullable<PlanSettings[K]>['value'] }

const sentence = (...parts: readonly (string | false | undefined)[]): string => listed('clauses', parts)

const withDetails = (name: string, ...details: readonly (string | undefined)[]): string =>
  t('{{name}}（{{details}}）', { name, details: listed('parts', details) })

const cap = (text: string): string => (text === '' ? t('不封顶') : t('封顶 {{cap}} 分', { cap: text }))

const credits = ({ bonusCap, deductionCap, proof, classes = [], bonusUse = 'total' }: CreditArithmetic): string =>
  sentence(
    t('加分合计{{cap}}', { cap: cap(bonusCap) }),
    t('减分合计{{cap}}', { cap: cap(deductionCap) }),
    labelIn(bonusUses(), bonusUse),
    ...classes.map((row) => withDetails(row.name, labelIn(creditEffects(), row.effect), cap(row.cap))),
    proof && t('凭什么认定：{{proof}}', { proof }),
  )

const gate = ({ name, factSource, effect }: Gate, nameOf: NameOf): string => {
  const of = effect.kind === 'nodeZero' ? nameOf(effect.nodeKey) : 'grade' in effect ? effect.grade : ''
  const does = [labelIn(gateEffects(), effect.kind), of].filter(Boolean).join(' ')
  return withDetails(name, factSource, does)
}

const lights = ({ warnBefore, yellowAfter, redAfter, nextAfter }: LightLimits): string =>
  sentence(
    t('到期前 {{days}} 个工作日预警', { days: warnBefore }),
    yellowAfter === 0 ? t('到期当日亮黄灯') : t('到期后 {{days}} 个工作日亮黄灯', { days: yellowAfter }),
    t('到期后 {{days}} 个工作日亮红灯', { days: redAfter }),
    t('每 {{days}} 个工作日报上一级', { days: nextAfter }),
  )

const veto = ({ scope, effect, gates = [] }: VetoArithmetic, nameOf: NameOf): string =>
  sentence(
    scope && t('情形：{{scope}}', { scope }),
    effect && t('后果：{{effect}}', { effect }),
    ...gates.map((row) => gate(row, nameOf)),
  )

const grades = (value: GradeArithmetic): string =>
  value.by === 'lines'
    ? sentence(...value.lines.map(({ name, from }) => t('{{name}} {{from}} 分及以上', { name, from })))
    : sentence(
        ...value.quotas.map(({ name, percent, from }) =>
          from === undefined
            ? t('{{name}} {{percent}}%', { name, percent })
            : t('{{name}} {{percent}}%，不低于 {{from}} 分', { name, percent, from }),
        ),
        t('其余为{{rest}}', { rest: value.rest }),
        labelIn(quotaPlaces(), value.places),
        value.atLeastOne && t('每组至少一个'),
        value.tieAtCut && labelIn(tiesAtCut(), value.tieAtCut),
        value.unused && labelIn(unusedPlaces(), value.unused),
        value.barred && labelIn(barredUnits(), `${value.barred.base}-${value.barred.place}`),
        value.failing && t('低于 {{below}} 分一律定为{{name}}', value.failing),
      )

export const sayTieBreaker = (by: TieBreaker, nameOf: NameOf): string => {
  if (by.kind === 'node') return t('{{name}}得分高者在前', { name: nameOf(by.nodeKey) })
  return by.kind === 'bonus' ? t('加分多者在前') : t('减分少者在前')
}

const windowOf = (value: Values['feedback']): string =>
  value === 'none' ? t('不设') : t('{{days}} 个工作日', { days: value.workingDays })

const adjustments = ({ lastDay, decidedBy }: AdjustmentWindow): string =>
  sentence(
    lastDay === '' ? t('全年受理') : t('申请受理至{{day}}', { day: lastDay }),
    labelIn(adjustmentDeciders(), decidedBy),
  )

const objectionWindow = (value: Values['objection']): string => {
  if (value === 'none') return t('不设，以考评办登记的来函为准')
  const { workingDays: days, answerDays, decideDays, decidedBy } = objectionTerms(value)
  return sentence(
    t('{{days}} 个工作日', { days: days ?? 0 }),
    t('{{days}} 个工作日内答复', { days: answerDays }),
    t('{{days}} 个工作日内决定', { days: decideDays }),
    labelIn(objectionDeciders(), decidedBy),
  )
}

const orNone =
  <T extends object>(say: (value: T) => string) =>
  (value: T | 'none'): string =>
    value === 'none' ? t('不设') : say(value)

type Sayers = { readonly [K in SettingName]: (value: Values[K], nameOf: NameOf) => string }

const chosen = (name: SettingName) => (value: string) => labelIn(choices()[name] ?? [], value)

const sayers: Sayers = {
  rounding: ({ mode, places, stage }) =>
    sentence(labelIn(roundingModes(), mode), t('保留 {{places}} 位小数', { places }), labelIn(roundingStages(), stage)),
  thresholdsOn: chosen('thresholdsOn'),
  missingItems: chosen('missingItems'),
  selfReview: chosen('selfReview'),
  visibility: chosen('visibility'),
  watermark: chosen('watermark'),
  inspectionEntry: (value) =>
    value === 'none'
      ? t('无需列入')
      : t('列入“{{document}}”：{{entry}}', { document: value.document, entry: value.entry }),
  lights,
  ties: chosen('ties'),
  rankOn: chosen('rankOn'),
  feedback: windowOf,
  publicNotice: windowOf,
  objection: objectionWindow,
  credits: orNone(credits),
  veto: (value, nameOf) => orNone((declared: VetoArithmetic) => veto(declared, nameOf))(value),
  grades,
  targetAdjustment: orNone(adjustments),
  tieBreakers: (value, nameOf) =>
    value.length === 0 ? t('同分不再比较，名次相同') : sentence(...value.map((by) => sayTieBreaker(by, nameOf))),
}

/** One setting in the words of its control, for who compares two versions. */
export const saySetting = <K extends SettingName>(name: K, value: Values[K], nameOf: NameOf): string =>
  sayers[name](value, nameOf)
