import { describe, expect, it } from 'vitest'
import { rehearsedScene } from './support/city.ts'
import { answer, begin, bring, carry, close, summarise, take } from './year-reviews/acts.ts'

const scene = rehearsedScene()

describe('年度总结复盘从征集到列入下年方案，由各岗位在浏览器里办完', () => {
  it('考评办发起', () => begin(scene.city))
  it('被考评单位和评分科室提出，缺的当场说明', () => bring(scene.city))
  it('考评办结束征集', () => close(scene.city))
  it('逐条登记采纳情况', () => answer(scene.city))
  it('撰写总结，报请审定', () => summarise(scene.city))
  it('组长从工作台审定，报告可导出', () => take(scene.city))
  it('采纳的改进建议列入下年方案草稿，看得到与本年度方案的不同', () => carry(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A change without what the plan should say is refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^fagai.ke2: .*status of 422/)])
  })
})
