import type {
  ApprovalStep,
  BasisDocument,
  PlanContent,
  PlanDocument,
  PlanMilestone,
  PlanStep,
  Recusal,
  Responsibility,
  SignatureRole,
  Supporter,
} from '@quanheng/domain/plan/model'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { basisForm, noBasis } from './basis-form.ts'
import { list, oneOf, text, whole } from './form.ts'
import { dataElementForm, indicatorForm, taskForm, unitGroupForm } from './indicator-form.ts'
import { type Fields, needed, optional, record, unless, variants } from './record.ts'
import { bareSettings, settingsForm } from './settings-form.ts'

const { planKind, planPart, stepKind, approvalStep, supporterDuty, post } = zhCNLabels

const documentForm = record<PlanDocument>({
  number: optional('发文字号', text),
  date: optional('成文日期', text),
  addressees: unless([], '主送', list(text)),
  text: optional('正文', text),
})

const basisDocumentForm = record<BasisDocument>({
  key: needed('编号', text),
  title: needed('名称', text),
  documentNumber: optional('文号', text),
  annex: optional('附件序号', whole),
  file: unless(
    { kind: 'missing' },
    '文件',
    variants<'kind', BasisDocument['file']>('kind', '状态', {
      present: ['已有', { digest: needed('校验码', text), name: needed('文件名', text) }],
      missing: ['暂缺', { owner: optional('责任人', text), remindOn: optional('提醒日期', text) }],
    }),
  ),
})

const supporterForm = record<Supporter>({
  unitId: needed('单位', text),
  sectionId: optional('科室', text),
  duty: needed('职责', oneOf(supporterDuty)),
})

const responsibilityForm = record<Responsibility>({
  nodeKey: needed('指标', text),
  leadUnitId: needed('责任单位', text),
  sectionId: optional('责任科室', text),
  supporters: unless([], '配合', list(supporterForm)),
  leaderInChargeId: optional('责任领导', text),
  personResponsibleId: optional('责任人', text),
  handlerId: optional('经办人', text),
  liaisonId: optional('联络员', text),
  contactId: optional('联系人', text),
  phone: optional('电话', text),
  mail: optional('邮箱', text),
  basis: unless(noBasis, '依据', basisForm),
})

const place = { unitId: needed('单位', text), sectionId: optional('科室', text) }

const stepForm = record<PlanStep>({
  key: needed('编号', text),
  kind: needed('环节', oneOf(stepKind)),
  name: needed('名称', text),
  due: unless('', '期限', text),
  cutoff: optional('数据截止', text),
  needs: unless([], '前置', list(text)),
  owner: optional('负责', record<NonNullable<PlanStep['owner']>>(place)),
  ownerAsPrinted: optional('原文所写', text),
  basis: unless(noBasis, '依据', basisForm),
})

const milestoneForm = record<PlanMilestone>({
  key: needed('编号', text),
  leafKey: needed('指标', text),
  name: needed('名称', text),
  due: unless('', '日期', text),
  completionStandard: unless('', '完成标准', text),
  expected: optional('应达进度', text),
  unitIds: optional('单位', list(text)),
  post: unless(
    'unitReporter',
    '承担岗位',
    oneOf({
      unitReporter: post.unitReporter,
      handler: post.handler,
      sectionHead: post.sectionHead,
      unitHead: post.unitHead,
    }),
  ),
  basis: unless(noBasis, '依据', basisForm),
})

const recusalForm = record<Recusal>({
  unitId: needed('单位', text),
  substitute: needed('替代', record<Recusal['substitute']>(place)),
  basis: unless(noBasis, '依据', basisForm),
})

const posts = list(oneOf(post))

const signatureForm = record<SignatureRole>({
  role: needed(
    '角色',
    oneOf({ handler: post.handler, sectionHead: post.sectionHead, leaderInCharge: post.leaderInCharge }),
  ),
  posts: needed('岗位', posts),
})

const approvalForm = record<ApprovalStep>({
  kind: needed('环节', oneOf(approvalStep)),
  name: needed('名称', text),
  posts: needed('岗位', posts),
})

/** The parts of a plan in the order of a notice: what it is, who, what counts, how it goes, what is settled. */
export const planFields: Fields<Omit<PlanContent, 'v'>> = {
  kind: needed('类型', oneOf(planKind)),
  title: needed('标题', text),
  year: needed('年度', whole),
  ownerUnitId: needed('制定单位', text),
  document: unless({ addressees: [] }, planPart.document, documentForm),
  bases: unless([], planPart.bases, list(basisDocumentForm)),
  unitGroups: unless([], planPart.unitGroups, list(unitGroupForm)),
  indicators: unless([], planPart.indicators, list(indicatorForm)),
  tasks: unless([], planPart.tasks, list(taskForm)),
  dataElements: unless([], planPart.dataElements, list(dataElementForm)),
  responsibilities: unless([], planPart.responsibilities, list(responsibilityForm)),
  steps: unless([], planPart.steps, list(stepForm)),
  milestones: optional(planPart.milestones, list(milestoneForm)),
  coordinating: optional(
    planPart.coordinating,
    record({ unitId: needed('单位', text), sectionId: needed('科室', text) }),
  ),
  recusals: unless([], planPart.recusals, list(recusalForm)),
  signatureMap: unless([], planPart.signatureMap, list(signatureForm)),
  approvalChain: unless([], planPart.approvalChain, list(approvalForm)),
  settings: unless(bareSettings, planPart.settings, settingsForm),
}
