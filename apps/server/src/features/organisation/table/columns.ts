import type { PersonColumn, PostColumn } from '@quanheng/domain/organisation/read-people'
import type { SectionColumn, UnitColumn } from '@quanheng/domain/organisation/read-units'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { TableForm } from './form-table.ts'

export type OrganisationTable = 'units' | 'sections' | 'people' | 'posts'

type Keyed<K extends string> = readonly (TableColumn & { readonly key: K })[]

const order: TableColumn & { key: 'sortCode' } = {
  key: 'sortCode',
  header: '排序号',
  width: 10,
  kind: 'text',
  note: '规范顺序，0至99999的整数；留空按行序排列。',
}
const aliases: TableColumn & { key: 'aliases' } = {
  key: 'aliases',
  header: '别名',
  width: 30,
  kind: 'text',
  note: '曾用名、其他称谓，用“、”隔开。',
}
const shortName: TableColumn & { key: 'shortName' } = {
  key: 'shortName',
  header: '简称',
  width: 18,
  kind: 'text',
  note: '规范化简称；留空同全称。',
}

const units: Keyed<UnitColumn> = [
  { key: 'name', header: '单位全称', width: 36, kind: 'text', required: true },
  shortName,
  aliases,
  order,
]
const sections: Keyed<SectionColumn> = [
  { key: 'unit', header: '所属单位', width: 36, kind: 'text', required: true, note: '单位全称、简称或别名。' },
  { key: 'name', header: '科室名称', width: 28, kind: 'text', required: true },
  shortName,
  aliases,
  order,
]
const people: Keyed<PersonColumn> = [
  { key: 'name', header: '姓名', width: 14, kind: 'text', required: true },
  {
    key: 'login',
    header: '登录名',
    width: 22,
    kind: 'text',
    required: true,
    note: '可用中文；登记后不能更改，也不再分配给他人。',
  },
  { key: 'phone', header: '电话', width: 18, kind: 'text' },
  { key: 'mail', header: '邮箱', width: 28, kind: 'text' },
]

export const postWords = zhCNLabels.post
export const yes = '是'

const posts: Keyed<PostColumn> = [
  { key: 'login', header: '登录名', width: 22, kind: 'text', required: true, note: '须已登记。' },
  { key: 'name', header: '姓名', width: 14, kind: 'text', note: '用于核对，可不填。' },
  { key: 'kind', header: '职务', width: 20, kind: 'choice', required: true, choices: Object.values(postWords) },
  { key: 'unit', header: '单位', width: 36, kind: 'text', required: true, note: '单位全称、简称或别名。' },
  { key: 'section', header: '科室', width: 24, kind: 'text', note: '科室负责人、经办人必填。' },
  { key: 'title', header: '职务名称', width: 20, kind: 'text', note: '公文中的称谓，如“四级调研员”。' },
  {
    key: 'acting',
    header: '主持工作',
    width: 10,
    kind: 'choice',
    choices: [yes, '否'],
    note: '含临时负责；须填截止日期。',
  },
  { key: 'from', header: '开始日期', width: 14, kind: 'date', required: true },
  { key: 'to', header: '截止日期', width: 14, kind: 'date', note: '任职的最后一天；长期任职的留空。' },
]

export const forms: Readonly<Record<OrganisationTable, TableForm>> = {
  units: {
    title: '单位登记表',
    mark: { name: '单位登记表', version: '1' },
    columns: units,
    example: { name: '云岭市交通运输局', shortName: '市交通局', aliases: '交通局、运输局', sortCode: '12' },
  },
  sections: {
    title: '科室登记表',
    mark: { name: '科室登记表', version: '1' },
    columns: sections,
    example: { unit: '云岭市交通运输局', name: '综合规划科', shortName: '规划科', sortCode: '3' },
  },
  people: {
    title: '人员登记表',
    mark: { name: '人员登记表', version: '1' },
    columns: people,
    example: { name: '某某某', login: '交通.规划科', phone: '0000-5550123', mail: 'guihua@jiaotong.example' },
  },
  posts: {
    title: '任职登记表',
    mark: { name: '任职登记表', version: '1' },
    columns: posts,
    example: {
      login: '交通.规划科',
      name: '某某某',
      kind: postWords.handler,
      unit: '云岭市交通运输局',
      section: '综合规划科',
      acting: '否',
      from: '2025-01-01',
    },
  },
}
