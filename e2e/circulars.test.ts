import { describe, expect, it } from 'vitest'
import { issue, paperReceipt, readIt, sign, urge, withdraw, write } from './circulars/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一份通知从起草到签收，由各岗位在浏览器里办完', () => {
  it('考评办起草，没有发送对象的送不了签', () => write(scene.city))
  it('主任从工作台签发编号', () => issue(scene.city))
  it('接收单位从工作台阅看、签收', () => sign(scene.city))
  it('考评办看到谁没有签收，催签收，导出名单', () => urge(scene.city))
  it('纸质签收凭扫描件登记', () => paperReceipt(scene.city))
  it('公文写明文号、主送和附件', () => readIt(scene.city))
  it('撤回时写明理由', () => withdraw(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A draft addressed to nobody is refused on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^kaoping: .*status of 422/)])
  })
})
