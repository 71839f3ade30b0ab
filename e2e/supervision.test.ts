import { describe, expect, it } from 'vitest'
import { conclude, draft, order, putRight, recheck, record, settle, state, urge } from './supervision/acts.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('一次督查从组长批准到整改销号、起草通报，由各岗位在浏览器里办完', () => {
  it('考评办起草督查方案，看得到各单位年内走访次数', () => draft(scene.city))
  it('组长从工作台批准', () => order(scene.city))
  it('考评办记录走访，附现场照片，送单位陈述', () => record(scene.city))
  it('被督查单位从工作台陈述意见', () => state(scene.city))
  it('记录人以外的人认定问题，打印整改通知书', () => settle(scene.city))
  it('被督查单位报整改方案，附佐证材料报告完成', () => putRight(scene.city))
  it('发现人以外的人复查销号', () => recheck(scene.city))
  it('台账可筛选、导出、打印', () => urge(scene.city))
  it('结束督查，通报简报中有起草好的督查通报', () => conclude(scene.city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    const troubles = scene.city.troubles().filter((line) => !line.includes('status of 401'))
    // A record without its clause is refused once on purpose.
    expect(troubles).toEqual([expect.stringMatching(/^kaoping: .*status of 422/)])
  })
})
