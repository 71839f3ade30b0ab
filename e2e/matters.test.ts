import { describe, expect, it } from 'vitest'
import { answerAndRevise, approve, ask, direct, draft, give, readReport } from './matters/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一件重要事项从征求意见到组长审定，由各岗位在浏览器里办完', () => {
  it('考评办起草', () => draft(scene.city))
  it('征求成员单位意见，事先写明逾期不反馈的视为无意见', () => ask(scene.city))
  it('成员从工作台提意见', () => give(scene.city))
  it('逐条登记采纳情况，改正文，改动之处看得见', () => answerAndRevise(scene.city))
  it('组长从工作台审定', () => approve(scene.city))
  it('专报写明意见和采纳情况', () => readReport(scene.city))
  it('紧急事项写明理由直接报组长，列表可单独查出', () => direct(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // What was accepted must be in the text: refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^kaoping: .*status of 422/)])
  })
})
