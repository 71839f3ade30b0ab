import type { PlanContent } from '@quanheng/domain/plan/model'
import type { ReportWords } from '@quanheng/domain/report/words'
import type { RunContent } from '@quanheng/domain/result/run-content'

interface Means {
  readonly content: PlanContent
  /** Who answers questions about the paper: the contact of the first responsibility that names one. */
  readonly contact: { readonly name: string; readonly phone: string }
  /** 主送机关: the body of the year plan, where there is one. */
  readonly addressee: string
}

/** 一月五日-style sentences would be guesses: the days are the plan's own, as it prints them. */
const stepsSentence = ({ steps }: PlanContent): string => {
  const named = steps.filter(({ name, due }) => name !== '' && due !== '')
  return named.length === 0 ? '' : `考核工作按${named.map(({ name }) => name).join('、')}等步骤组织实施。`
}

/** What a report says before anybody edits it: only what the plan and the locked version know. */
export const usualWords = (run: RunContent, { content, contact, addressee }: Means): ReportWords => {
  const basis = content.document.number ? `（${content.document.number}）` : ''
  const what = `${run.plan.year}年度指标考核评分`
  return {
    title: `${run.plan.ownerName}${what}报告`,
    overview: [
      `根据《${run.plan.title}》${basis}，我单位对负责的{count.leaves}项指标开展考核评分，涉及考核对象{count.units}个、考核项目{count.items}项，分值合计{count.marks}分。现将有关情况报告如下。`,
      stepsSentence(content),
    ].filter((paragraph) => paragraph !== ''),
    completion: ['各项指标完成情况如下。考核项目中得满分的{count.full}项，有扣分的{count.deducted}项。'],
    scores: ['各考核对象年度目标、实际完成情况、得分、扣分理由及评分依据如下。'],
    notes: ['本报告所列得分均取自锁定版，与经签字确认的指标考核评分表一致。'],
    letter: {
      title: `${run.plan.ownerName}关于报送${what}结果的报告`,
      addressees: [addressee],
      body: [
        `按照考评工作部署，我单位已完成{count.leaves}项指标的考核评分工作，涉及考核对象{count.units}个。现将《${run.plan.year}年度指标考核评分报告》报上，请审阅。`,
      ],
      contact,
      copies: [],
    },
  }
}
