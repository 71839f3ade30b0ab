import { describe, expect, it } from 'vitest'
import { rehearsedScene } from './support/city.ts'
import {
  ask,
  decide,
  giveOpinion,
  propose,
  reply,
  revise,
  send,
  setWindow,
  takeOut,
} from './target-adjustments/acts.ts'

const scene = rehearsedScene()

describe('一项指标的目标值从申请调整到写入方案修订稿，由各岗位在浏览器里办完', () => {
  it('方案的设定里写明申请截止和由谁审定', () => setWindow(scene.city))
  it('填报人申请调整，填错的当场说明', () => ask(scene.city))
  it('负责人从工作台报送，先看到触及哪些评分项', () => send(scene.city))
  it('牵头单位从工作台提意见', () => giveOpinion(scene.city))
  it('考评办审核，报请审定', () => propose(scene.city))
  it('组长从工作台审定', () => decide(scene.city))
  it('考评办批复，批复写明由多少调整为多少', () => reply(scene.city))
  it('编制单位据此修订方案，点一下写入', () => revise(scene.city))
  it('台账可查、可导出', () => takeOut(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A target in words is refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^jiaotong.tianbao: .*status of 422/)])
  })
})
