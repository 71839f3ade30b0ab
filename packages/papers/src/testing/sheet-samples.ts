import type { EntrySheet, ScoreSheet, SignOffSheet, VisitRecord } from '../sheet/model.ts'
import { figure, units } from './samples.ts'

/** Working papers of the same invented city. */

export const aScoreSheet: ScoreSheet = {
  title: '重大项目提升行动指标考核评分表',
  organ: '青川市发展和改革委员会',
  checkCode: 'Q7K3-9FXD-2M4P',
  label: '内部资料',
  on: '2025-01-16',
  facts: [
    { label: '指标名称', value: '重大项目提升行动' },
    { label: '考核年度', value: '2024年' },
    { label: '责任科室', value: '投资科' },
    { label: '数据截止', value: '2024年12月31日' },
    { label: '评分规则', value: '完成率达到100%得满分；未达到的，按完成率计分；入库每晚1个月扣0.2分，扣完为止。' },
  ],
  measure: '万元',
  rows: Array.from({ length: 24 }, (_, i) => ({
    unit: units[i % units.length] ?? '',
    group: '经济管理类',
    target: figure(`items[${i}].target`, `${120000 + i * 1375}`),
    ...(i === 5 ? {} : { actual: figure(`items[${i}].actual`, `${118250 + i * 1290}.5`) }),
    rate: figure(`items[${i}].rate`, (97.42 - i / 10).toFixed(2)),
    fullMark: '10',
    points: figure(`items[${i}].points`, (9.74 - i / 100).toFixed(2)),
    deduction: figure(`items[${i}].deduction`, (0.26 + i / 100).toFixed(2)),
    reason: '年度投资完成率未达到目标值，按完成率计分；入库晚于时限1个月，扣0.2分。',
    basis: '实施方案附件1第3项',
    source: '市统计局，最终数',
  })),
  notes: ['注：市商务局数据由市统计局于2025年1月9日确认。'],
  signatures: [
    { role: '经办人', name: '周砚秋', on: '2025-01-16', means: '屏幕签字' },
    { role: '科室负责人' },
    { role: '责任领导' },
  ],
}

export const aVisitRecord: VisitRecord = {
  title: '现场核验记录表',
  organ: '青川市发展和改革委员会',
  checkCode: 'V2B8-77QA-K1ZT',
  on: '2025-01-10',
  facts: [
    { label: '被核验单位', value: '市交通运输局' },
    { label: '核验指标', value: '重大项目提升行动' },
    { label: '核验方式', value: '随机抽查（抽样记录表2025-03号）' },
    { label: '核验时间', value: '2025年1月10日' },
    { label: '核验组', value: '组长：沈一苇；成员：周砚秋、㛃明、𠮷原' },
  ],
  findings: [
    {
      matter: '年度投资完成额',
      standard: '与统计联网直报最终数一致',
      reported: figure('datum[3].reported', '118250.5'),
      found: [figure('datum[3].verified', '118100.5'), '万元，1张发票重复计入'],
      conclusion: '部分属实',
      materials: '现场照片2张',
    },
  ],
  blankRows: 3,
  opinion: '建议按核验数计分。',
  team: [{ role: '核验组组长' }, { role: '核验组成员' }],
  visited: [{ role: '被核验单位经办人' }, { role: '被核验单位负责人', stamped: true }],
}

export const aSignOffSheet: SignOffSheet = {
  title: '签批单',
  organ: '青川市发展和改革委员会',
  checkCode: 'S9C1-0PLM-5RTX',
  on: '2025-01-17',
  facts: [
    { label: '文件标题', value: '关于报送2024年度绩效考评指标考核评分结果的报告' },
    { label: '锁定版', value: '2025-01-16第2版' },
    { label: '归口科室', value: '评估督导科' },
  ],
  attachments: ['指标考核评分报告', '指标考核评分表（5张）'],
  steps: [
    { role: '投资科会签', opinion: '同意。', name: '周砚秋', on: '2025-01-16', means: '屏幕签字' },
    { role: '营商科会签' },
    { role: '责任领导审核' },
    { role: '局办公会议审定', opinion: '会议日期、决定事项由文秘登记。' },
    { role: '主要领导签发', stamped: true },
  ],
}

export const anEntrySheet: EntrySheet = {
  title: '录入对照单',
  organ: '青川市发展和改革委员会',
  checkCode: 'E4H6-1WSD-8QNB',
  on: '2025-01-19',
  facts: [
    { label: '录入平台', value: '市综合绩效管理平台' },
    { label: '锁定版', value: '2025-01-16第2版' },
  ],
  rows: units.map((unit, i) => ({
    order: `3.1.${i + 1}`,
    item: '重大项目提升行动',
    unit,
    value: figure(`items[${i}].points`, (9.74 - i / 100).toFixed(2)),
    measure: '分',
  })),
  signatures: [{ role: '录入人' }, { role: '复核人' }],
}
