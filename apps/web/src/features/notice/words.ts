import type { FieldName, NoticePart } from '@quanheng/domain/notice/model'
import { t } from '../../shared/i18n/t.ts'
import type { Choice } from './notice.ts'

export const partWord = (part: NoticePart): string =>
  ({
    document: t('公文'),
    bases: t('依据与附件'),
    units: t('考核对象'),
    indicators: t('指标'),
    responsibilities: t('责任分工'),
    steps: t('进度安排'),
    others: t('其他'),
  })[part]

export const fieldWord = (name: FieldName): string =>
  ({
    title: t('标题'),
    documentNumber: t('发文字号'),
    documentDate: t('成文日期'),
    addressee: t('主送'),
    basis: t('依据文件'),
    attachment: t('附件'),
    attachmentNumber: t('附件序号'),
    unitGroup: t('分组'),
    unit: t('单位'),
    indicator: t('指标'),
    fullMark: t('分值'),
    weight: t('权重'),
    standard: t('完成标准'),
    rule: t('评分标准'),
    evidence: t('台账'),
    part: t('所指部分'),
    leadUnit: t('牵头单位'),
    section: t('责任科室'),
    supporter: t('配合'),
    leader: t('责任领导'),
    person: t('责任人'),
    liaison: t('联络员'),
    contact: t('联系人'),
    phone: t('电话'),
    mail: t('邮箱'),
    step: t('步骤'),
    due: t('时限'),
    cutoff: t('数据截止'),
    actor: t('由谁办理'),
    input: t('所据材料'),
    component: t('组成部分'),
    grade: t('等次'),
    gradeRule: t('等次标准'),
    veto: t('一票否决'),
  })[name]

export const stateWord = (state: Choice['state'] | undefined): string =>
  state === undefined
    ? t('未核对')
    : { accepted: t('已采用'), corrected: t('已更正'), asked: t('待问'), left: t('不采用') }[state]
