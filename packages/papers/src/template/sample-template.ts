import type { OfficeTemplateKind } from '@quanheng/domain/office-template/model'
import { composeReport } from '../docx/report.ts'
import type { Block, Table } from '../paper/model.ts'

const table = (list: string, columns: readonly (readonly [header: string, width: number])[]): Table => ({
  kind: 'table',
  columns: columns.map(([, width]) => ({ width })),
  header: [columns.map(([header]) => header)],
  rows: [
    columns.map(([header], at) => {
      const begin = at === 0 ? `{#${list}}` : ''
      const end = at === columns.length - 1 ? `{/${list}}` : ''
      return `${begin}{${header}}${end}`
    }),
  ],
})

const samples: Readonly<Record<OfficeTemplateKind, { readonly title: string; readonly body: readonly Block[] }>> = {
  pledge: {
    title: '目标责任书',
    body: [
      { kind: 'paragraph', text: '根据《{方案名称}》，{单位名称}对下列事项的完成情况负责，分值合计{分值合计}分。' },
      table('责任事项', [
        ['序号', 10],
        ['指标名称', 34],
        ['任务内容', 44],
        ['目标值', 22],
        ['分值', 16],
        ['完成标准', 44],
      ]),
      { kind: 'paragraph', text: '{考核单位}（盖章）　　　　　　{单位名称}（盖章）' },
      { kind: 'paragraph', text: '{出具日期}' },
    ],
  },
  deductionLetter: {
    title: '扣分告知书',
    body: [
      { kind: 'paragraph', text: '{单位名称}：' },
      {
        kind: 'paragraph',
        text: '根据《{方案名称}》，你单位{考评年度}年度考评总分{总分}分，各指标扣分合计{扣分合计}分。现将扣分事项告知如下。',
      },
      { kind: 'paragraph', text: '{^扣分事项}各指标均未扣分。{/扣分事项}' },
      table('扣分事项', [
        ['序号', 10],
        ['指标名称', 34],
        ['满分', 14],
        ['得分', 14],
        ['扣分', 14],
        ['扣分原因', 70],
      ]),
      { kind: 'paragraph', text: '{考核单位}' },
      { kind: 'paragraph', text: '{出具日期}' },
    ],
  },
  resultCircular: {
    title: '考评结果通报',
    body: [
      { kind: 'paragraph', text: '根据《{方案名称}》，{考评年度}年度共考评{考核对象数}个单位，现将结果通报如下。' },
      { kind: 'paragraph', text: '{#等次}' },
      { kind: 'paragraph', text: '{等次名称}等次{单位数}个：{单位名单}。' },
      { kind: 'paragraph', text: '{/等次}' },
      { kind: 'paragraph', text: '{考核单位}' },
      { kind: 'paragraph', text: '{出具日期}' },
    ],
  },
}

/** A template to begin with, with the tags of its kind in their places; the office puts its own words and form around them. */
export const sampleTemplate = (kind: OfficeTemplateKind): Promise<Uint8Array> =>
  composeReport({ title: samples[kind].title, body: samples[kind].body })
