import { t } from '../shared/i18n/t.ts'
import type { MenuPlace } from '../shared/route/feature.ts'

interface MenuEntry {
  readonly place: MenuPlace
  readonly label: string
}

interface MenuGroup {
  readonly label?: string
  readonly entries: readonly MenuEntry[]
}

/** The map of the product, in the order an appraisal year goes. An entry appears when a feature takes its place. */
export const menu = (): readonly MenuGroup[] => [
  {
    entries: [
      { place: 'workbench', label: t('工作台') },
      { place: 'cockpit', label: t('驾驶舱') },
    ],
  },
  {
    label: t('方案'),
    entries: [
      { place: 'plans', label: t('考评方案') },
      { place: 'notices', label: t('文件导入') },
      { place: 'milestones', label: t('节点看板') },
      { place: 'cascade', label: t('任务分解与调度') },
      { place: 'targetAdjustments', label: t('指标调整') },
    ],
  },
  {
    label: t('考评'),
    entries: [
      { place: 'collection', label: t('数据采集与填报') },
      { place: 'routineRecords', label: t('平时记录') },
      { place: 'selfReviews', label: t('自查自评') },
      { place: 'scoring', label: t('评分') },
      { place: 'verification', label: t('现场核验') },
      { place: 'adjustments', label: t('加减分核定') },
      { place: 'evaluations', label: t('评议') },
      { place: 'feedback', label: t('初评反馈') },
      { place: 'results', label: t('结果') },
      { place: 'ownResults', label: t('本单位得分') },
      { place: 'objections', label: t('异议复核') },
      { place: 'yearReviews', label: t('总结复盘') },
    ],
  },
  {
    label: t('审议与督办'),
    entries: [
      { place: 'approvals', label: t('审批签发') },
      { place: 'meetings', label: t('会议') },
      { place: 'matters', label: t('重要事项') },
      { place: 'circulars', label: t('通报简报') },
      { place: 'supervision', label: t('督查整改') },
      { place: 'observed', label: t('监督事项') },
      { place: 'remarks', label: t('监督意见') },
    ],
  },
  {
    label: t('文件与留痕'),
    entries: [
      { place: 'papers', label: t('公文') },
      { place: 'paperCheck', label: t('公文格式检查') },
      { place: 'library', label: t('制度文件') },
      { place: 'log', label: t('留痕核验') },
    ],
  },
  {
    label: t('管理'),
    entries: [
      { place: 'organisations', label: t('组织人员') },
      { place: 'system', label: t('系统') },
    ],
  },
]
