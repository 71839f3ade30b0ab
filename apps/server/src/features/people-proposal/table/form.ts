import { proposablePosts } from '@quanheng/domain/people-proposal/model'
import type { peopleLineColumns } from '@quanheng/domain/people-proposal/read-lines'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { TableForm } from '../../organisation/index.ts'

type Keyed = readonly (TableColumn & { readonly key: (typeof peopleLineColumns)[number] })[]

export const yes = '是'
export const { post: postWords, peopleLineKind: kindWords } = zhCNLabels

const posts = proposablePosts.map((kind) => postWords[kind])

/** 人员变动申报表; sections of the unit are there to choose from. */
export const formFor = (sections: readonly string[]): TableForm => {
  const section = sections.length > 0 ? ({ kind: 'choice', choices: sections } as const) : ({ kind: 'text' } as const)
  const columns: Keyed = [
    { key: 'kind', header: '变动', width: 12, kind: 'choice', required: true, choices: Object.values(kindWords) },
    {
      key: 'login',
      header: '登录名',
      width: 20,
      kind: 'text',
      required: true,
      note: '新进人员填拟用的登录名，登记后不能更改；其他变动填已有的登录名。',
    },
    { key: 'name', header: '姓名', width: 12, kind: 'text', required: true },
    { key: 'phone', header: '电话', width: 18, kind: 'text', note: '新进人员填写。' },
    { key: 'mail', header: '邮箱', width: 24, kind: 'text', note: '新进人员填写。' },
    {
      key: 'held',
      header: '原职务',
      width: 16,
      kind: 'choice',
      choices: posts,
      note: '变更、免去任职且任多项职务的填写。',
    },
    { key: 'heldSection', header: '原科室', width: 18, ...section },
    { key: 'post', header: '职务', width: 16, kind: 'choice', choices: posts, note: '新进、增加、变更任职的填写。' },
    { key: 'section', header: '科室', width: 18, ...section, note: '科室负责人、经办人必填。' },
    { key: 'title', header: '职务名称', width: 18, kind: 'text', note: '公文中的称谓，如“四级调研员”。' },
    {
      key: 'acting',
      header: '主持工作',
      width: 10,
      kind: 'choice',
      choices: [yes, '否'],
      note: '含临时负责；须填截止日期。',
    },
    { key: 'from', header: '开始日期', width: 14, kind: 'date', note: '变更任职的，原任职到前一日为止。' },
    { key: 'to', header: '截止日期', width: 14, kind: 'date', note: '任职的最后一天；长期任职的留空。' },
    { key: 'lastDay', header: '离任日期', width: 14, kind: 'date', note: '免去任职、调离的填写：任职的最后一天。' },
  ]
  return {
    title: '人员变动申报表',
    mark: { name: '人员变动申报表', version: '1' },
    columns,
    example: {
      kind: kindWords.joining,
      login: '交通.规划科',
      name: '某某某',
      phone: '0000-5550123',
      post: postWords.unitReporter,
      acting: '否',
      from: '2025-01-01',
    },
  }
}
