import { expect, it } from 'vitest'
import { lintNotice } from './lint/lint.ts'
import { readNotice } from './read.ts'
import { sourceOfText } from './text/source.ts'

const length = 60_000

const many = (words: string): string => words.repeat(Math.ceil(length / words.length))

const secondsOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Texts that send a pattern with overlapping repetitions, or a search that begins anew at each place, into squares. */
it.each([
  '中',
  '（',
  '《',
  '“',
  '、',
  '，',
  '。',
  '1',
  '9.',
  '(1)',
  '一、',
  '（一）中',
  '第一条',
  '附件',
  '附件1：',
  '附件1\n',
  '一、考核程序\n（一）中\n',
  '第一条 中\n',
  '扣1分',
  '每少1个扣',
  '得分',
  '占',
  '中占60%',
  '权重为60%、',
  '由中牵头，',
  '由中',
  '具体由中科负责',
  '、中科',
  '联系人',
  '电话：1',
  'a@a.',
  'a.',
  '0000-',
  '2024年',
  '2024年1月1日',
  '〔2024〕1号',
  '根据',
  '根据《中',
  '优秀',
  '90分以上为优秀',
  '优秀、良好、',
  '一票否决',
  '下列情形：\n（一）中\n',
  '组长：中中 中\n',
  '成立中领导小组',
  '简称“',
  '成员由中、',
  '中\t',
  '|中|分值|\n',
  '指标\t分值\n中\t1\n',
  '牵头单位：中；',
  ' ',
  ' 中',
  '中中',
  '\uFFFD',
  '局',
  '办公室，',
  '中办公室（简称',
  '考核对象\n',
  '一、考核对象\n第一组（3个）：中局、',
  '（牵头单位：中局）\n',
  '1.中（9分）。由中局负责考核。',
  '（一）中中（9分）\n1.中中（9分）\n2.中中（9分）\n（牵头单位：中局）\n',
  '一是中。\n',
  '第一阶段：中\n',
  '：（一）中；（二）中；',
  '一等奖3名、',
  '优秀（90分以上）、',
  '附件：1.中\n',
  '共8个乡镇：中镇、',
  '考核指标共6项\n1.中中\n牵头单位：中局\n',
  '序号\n指标\n分值\n评分标准\n1\n中\n9\n扣1分\n',
  '职能目标60%，',
  '1月5日前：中中\n',
  '办公室设在中（简称“',
  '成员：中局、',
  '组长由中长中中担任，',
  '组长\t中中\t中\n',
  '组长：中中（中）、',
  '牵头单位：中局\n责任单位：中局\n',
  '1个乡和',
  '中局：负责中、',
  '一、责任分工\n1.中由中局审核，',
  '1.中中——中局牵头，',
  '牵头：中局；',
  '中、中为成员，',
  '第一组（3个）\n中局、中局\n',
  '指标一：中\n【分值】3分\n【评分办法】中\n',
  '评分标准：中。',
  '1.1中（3分）\n（1）评分标准：中\n',
  '1.中：3分。中\n',
  '1个一级指标、',
  '由市发展改革委负责，报市发改委。',
  '2.有上述情形之一的，取消资格\n',
  '1月5日至7日',
])('%j over and over is read in linear time', (words) => {
  const text = `关于印发2024年度考核方案的通知\n${many(words)}`
  const seconds = secondsOf(() => lintNotice(readNotice(sourceOfText(text))))
  expect(seconds).toBeLessThan(4)
})
