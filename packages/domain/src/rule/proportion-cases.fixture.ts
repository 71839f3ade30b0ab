import { type CaseTable, row } from './worked-cases.fixture.ts'

const rate = (actual: string) => ({ 完成值: actual, 目标值: '200' })

/** Bands that earn in proportion to a figure named, and what is held to a limit. */
export const proportionTables: readonly CaseTable[] = [
  {
    text: '税收占比达到70%得4分，未达到的按实际占比与70%之比计分',
    fullMark: '4',
    cases: [
      row({ 税收占比: '63' }, '3.6', '4 × 63 ÷ 70'),
      row({ 税收占比: '70' }, '4', '达到70%'),
      row({ 税收占比: '72' }, '4', '70%以上'),
    ],
    mustFail: row({ 税收占比: '63' }, '2.52', '以70%为一'),
  },
  {
    text: '完成率低于60%不得分；60%（含）—80%的，得分＝分值×完成率×0.8；80%（含）—100%的，得分＝分值×完成率；100%及以上的，得满分',
    fullMark: '10',
    cases: [
      row(rate('119'), '0', '不足60%'),
      row(rate('140'), '5.6', '10 × 70% × 0.8'),
      row(rate('160'), '8', '80%含本数'),
      row(rate('210'), '10', '100%以上'),
    ],
    mustFail: row(rate('160'), '6.4', '80%含本数'),
  },
  {
    text: '债务余额未超限额的得满分；每超限额1%扣1分，扣完为止',
    fullMark: '5',
    cases: [
      row({ 债务余额: '98', 限额: '100' }, '5', '未超限额'),
      row({ 债务余额: '100', 限额: '100' }, '5', '正好是限额'),
      row({ 债务余额: '103', 限额: '100' }, '2', '超3%'),
    ],
    mustFail: row({ 债务余额: '103', 限额: '100' }, '5', '超3%'),
  },
]
