import { numbersFrom } from './mutate.ts'

const words =
  '推进 落实 重点 项目 建设 企业 群众 服务 改革 乡村 振兴 环境 治理 安全 生产 教育 医疗 干部 作风 机制 质量 督促 问题 整改 统筹 生态 文化 经济 创新 驱动'.split(
    ' ',
  )
const ordinals = [...'一二三四五六七八九十']
const offices = ['发展改革委', '财政局', '教育局', '统计局']

const letter = `云溪市人民政府办公室关于印发2024年度绩效考评实施方案的通知
云政办发〔2024〕18号
各县（市、区）人民政府，市直各部门：
现将《云溪市2024年度绩效考评实施方案》印发给你们，请认真组织实施。
附件：1.云溪市2024年度绩效考评指标
云溪市人民政府办公室
2024年3月5日
附件1
云溪市2024年度绩效考评指标
`

type Piece = (at: number, clause: (length?: number) => string) => string

/** Marks from 1 to 9, so that no number stands for itself everywhere. */
const mark = (at: number): number => 1 + (at % 9)

const heading: Piece = (at, clause) => {
  const above = at % 20 === 0 ? `${ordinals[(at / 20) % 10]}、${clause(8)}（60分）\n` : ''
  const group = at % 5 === 0 ? `（${ordinals[(at / 5) % 4]}）${clause(10)}（15分）\n` : ''
  const owner = `牵头单位：市${offices[at % 4]}；责任单位：${clause(4)}局、${clause(4)}局。`
  return `${above}${group}${(at % 5) + 1}.${clause()}（3分）。${clause()}，${clause()}的得满分；每少${mark(at)}项扣0.${mark(at)}分，扣完为止。${clause()}，按完成比例得分。${owner}完成时限：2024年${1 + (at % 12)}月${1 + (at % 28)}日前。\n`
}

const row: Piece = (at, clause) => {
  const header = at === 0 ? '序号\t一级指标\t指标名称\t分值\t评分标准\t牵头单位\n' : ''
  const rule = `${clause()}，${clause()}的，得${mark(at)}分；每少${mark(at)}项扣0.${mark(at)}分。`
  return `${header}${at + 1}\t${clause(6)}\t${clause()}\t${mark(at)}\t${rule}\t市${clause(4)}局\n`
}

const prose: Piece = (at, clause) =>
  `${Array.from({ length: 3 + (at % 5) }, () => [clause(), clause(), clause()].join('，')).join('。')}。\n`

const pieces = { headings: heading, table: row, prose } as const

export type Shape = keyof typeof pieces

/** A notice of so many bytes of UTF-8 without end: numbered headings with marks and owners, one table, or plain sentences. */
export function shapedText(shape: Shape, bytes: number): string {
  const next = numbersFrom(5)
  const clause = (length?: number): string => {
    let said = ''
    while (said.length < (length ?? 8 + 2 * Math.floor(next() * 4))) said += words[Math.floor(next() * words.length)]
    return length === undefined ? said : said.slice(0, length)
  }
  const all = [letter]
  for (let size = Buffer.byteLength(letter), at = 0; size < bytes; at++) {
    const piece = pieces[shape](at, clause)
    all.push(piece)
    size += Buffer.byteLength(piece)
  }
  return all.join('')
}
