import type { LightLimits } from '@quanheng/domain/milestone/light'
import {
  type AdjustmentWindow,
  defaultSettings,
  type InspectionEntry,
  type ObjectionWindow,
  type PlanSettings,
  type Setting,
  type WorkingDayWindow,
} from '@quanheng/domain/plan/settings'
import type { TieBreaker } from '@quanheng/domain/plan/year-arithmetic'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { basisForm, noBasis } from './basis-form.ts'
import { type Form, list, oneOf, orShort, text, whole } from './form.ts'
import { needed, optional, record, unless, variants } from './record.ts'
import { creditsForm, gradesForm, none, vetoForm } from './year-form.ts'

const setting = <T>(value: Form<T>): Form<Setting<T>> =>
  record<Setting<T>>({
    value: needed('取值', value),
    basis: unless(noBasis, '依据', basisForm),
  } as Parameters<typeof record<Setting<T>>>[0])

const { setting: names } = zhCNLabels

const windowForm = none(record<WorkingDayWindow>({ workingDays: needed('工作日', whole) }))

const adjustmentForm = record<AdjustmentWindow>({
  lastDay: unless('', '截止日期', text),
  decidedBy: needed('审定', oneOf({ head: '组长', meeting: '会议' })),
})

const objectionForm = none(
  record<ObjectionWindow>({
    workingDays: needed('工作日', whole),
    answerDays: optional('答复工作日', whole),
    decideDays: optional('决定工作日', whole),
    decidedBy: optional('决定', oneOf({ group: '领导小组', delegate: '授权绩效办主任' })),
  }),
)

const tieBreakerForm: Form<TieBreaker> = orShort(
  variants<'kind', TieBreaker>('kind', '比', {
    node: ['指标得分', { nodeKey: needed('指标', text) }],
    bonus: ['加分', {}],
    fewerDeductions: ['扣分少', {}],
  }),
  {
    read: (word) => (word === '加分' ? { kind: 'bonus' } : word === '扣分少' ? { kind: 'fewerDeductions' } : undefined),
    write: ({ kind }) => (kind === 'bonus' ? '加分' : kind === 'fewerDeductions' ? '扣分少' : undefined),
  },
)

const exactness = oneOf({ rounded: '修约后', unrounded: '修约前' })
const roundingForm = record<PlanSettings['rounding']['value']>({
  mode: needed('方式', oneOf({ halfUp: '四舍五入', gb8170: 'GB/T 8170修约' })),
  places: needed('小数位', whole),
  stage: needed('环节', oneOf({ item: '每项', level: '每级', total: '总分' })),
})

const inspectionForm = none(record<InspectionEntry>({ document: needed('计划', text), entry: needed('项目', text) }))
const lightsForm = record<LightLimits>({
  warnBefore: needed('提前预警', whole),
  yellowAfter: needed('黄灯', whole),
  redAfter: needed('红灯', whole),
  nextAfter: needed('逐级上报间隔', whole),
})

/** What a file leaves out of the settings that every plan has is what a new draft starts with, and is marked 默认 like there. */
export const settingsForm = record<PlanSettings>({
  rounding: unless(defaultSettings.rounding, names.rounding, setting(roundingForm)),
  ties: unless(defaultSettings.ties, names.ties, setting(oneOf({ sharedSkip: '并列占位', sharedDense: '并列不占位' }))),
  rankOn: unless(defaultSettings.rankOn, names.rankOn, setting(exactness)),
  missingItems: unless(
    defaultSettings.missingItems,
    names.missingItems,
    setting(oneOf({ raw: '按原始分', normalised: '缺项折算' })),
  ),
  visibility: unless(
    defaultSettings.visibility,
    names.visibility,
    setting(
      oneOf({ ownAfterIssue: '印发后看本单位', ownAfterReport: '报送后看本单位', allAfterIssue: '印发后看全部' }),
    ),
  ),
  selfReview: unless(
    defaultSettings.selfReview,
    names.selfReview,
    setting(oneOf({ none: '不要求', required: '要求' })),
  ),
  feedback: unless(defaultSettings.feedback, names.feedback, setting(windowForm)),
  thresholdsOn: optional(names.thresholdsOn, setting(exactness)),
  grades: optional(names.grades, setting(gradesForm)),
  credits: optional(names.credits, setting(none(creditsForm))),
  veto: optional(names.veto, setting(none(vetoForm))),
  tieBreakers: optional(names.tieBreakers, setting(list(tieBreakerForm))),
  publicNotice: optional(names.publicNotice, setting(windowForm)),
  objection: optional(names.objection, setting(objectionForm)),
  inspectionEntry: optional(names.inspectionEntry, setting(inspectionForm)),
  lights: optional(names.lights, setting(lightsForm)),
  watermark: optional(names.watermark, setting(oneOf({ none: '不带', nameUnitTime: '姓名单位时间' }))),
  targetAdjustment: optional(names.targetAdjustment, setting(none(adjustmentForm))),
})

/** What a file without settings says. */
export const bareSettings: PlanSettings = {
  rounding: defaultSettings.rounding,
  ties: defaultSettings.ties,
  rankOn: defaultSettings.rankOn,
  missingItems: defaultSettings.missingItems,
  visibility: defaultSettings.visibility,
  selfReview: defaultSettings.selfReview,
  feedback: defaultSettings.feedback,
}
