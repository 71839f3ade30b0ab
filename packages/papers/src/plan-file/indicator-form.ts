import type { DataElement, DataSource, IndicatorNode, UnitGroup, UnitTask } from '@quanheng/domain/plan/model'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { basisForm, noBasis } from './basis-form.ts'
import { list, oneOf, orShort, text, whole } from './form.ts'
import { needed, optional, record, unless, variants } from './record.ts'
import { scoringForm } from './scoring-form.ts'

export const unitGroupForm = record<UnitGroup>({
  key: needed('编号', text),
  name: needed('名称', text),
  unitIds: unless<readonly string[]>([], '单位', list(text)),
  announced: optional('公布家数', whole),
})

export const indicatorForm = record<IndicatorNode>({
  key: needed('编号', text),
  parentKey: optional('上级', text),
  name: needed('名称', text),
  fullMark: unless('', '分值', text),
  weight: optional('权重', text),
  leadUnitId: optional('牵头单位', text),
  line: optional('引用', record({ planId: needed('方案', text), key: needed('编号', text) })),
  awaits: optional('待补附件', text),
  basis: unless(noBasis, '依据', basisForm),
  scoring: optional('评分', scoringForm),
})

type Target = NonNullable<UnitTask['target']>

/** `目标值: 6.5`, or who is to set it and when to remind them. */
const targetForm = orShort<Target>(
  variants<'kind', Target>('kind', '状态', {
    set: ['已定', { value: needed('数值', text) }],
    pending: ['待上级下达', { owner: needed('责任人', text), remindOn: needed('提醒日期', text) }],
  }),
  {
    read: (value) => ({ kind: 'set', value }),
    write: (target) => (target.kind === 'set' ? target.value : undefined),
  },
)

export const taskForm = record<UnitTask>({
  leafKey: needed('指标', text),
  unitId: needed('单位', text),
  task: unless('', '任务', text),
  target: optional('目标值', targetForm),
  basis: optional('依据', basisForm),
})

const { dataSource, elementType } = zhCNLabels
const self = dataSource.appraisedUnit

const sourceForm = orShort<DataSource>(
  variants<'kind', DataSource>('kind', '由', {
    section: [dataSource.section, { unitId: needed('单位', text), sectionId: needed('科室', text) }],
    provider: [dataSource.provider, { unitId: needed('单位', text) }],
    appraisedUnit: [self, {}],
    superior: [
      dataSource.superior,
      { body: needed('认定机关', text), unitId: needed('单位', text), sectionId: optional('科室', text) },
    ],
  }),
  {
    read: (word) => (word === self ? { kind: 'appraisedUnit' } : { kind: 'provider', unitId: word }),
    write: (source) => {
      if (source.kind === 'appraisedUnit') return self
      return source.kind === 'provider' && source.unitId !== self ? source.unitId : undefined
    },
  },
)

export const dataElementForm = record<DataElement>({
  key: needed('编号', text),
  name: needed('名称', text),
  type: needed('类型', oneOf(elementType)),
  unit: unless('', '计量单位', text),
  period: unless('', '时段', text),
  source: needed('来源', sourceForm),
  cutoff: unless('', '数据截止', text),
  due: unless('', '报送期限', text),
  whenFinalDiffers: optional('终数不一致', oneOf(zhCNLabels.whenFinalDiffers)),
  recordTally: optional('取自平时记录', oneOf(zhCNLabels.recordTally)),
  entries: optional('分项', list(record({ key: needed('编号', text), name: needed('名称', text) }))),
})
